/** Two short accounts of one invented event. */
export const bridgeAccount = `Bridge to close in March

By Ann Lowe

The city of Norwick will close the Fenner bridge in March, Mayor Dora Pell said on Monday.

"We have looked at every other way, and there is none," Pell told reporters.

Two council members, who spoke on condition of anonymity because they were not authorised to discuss the plan, said the work would cost $4 million.
`;

export const ferryAccount = `Norwick plans a ferry while the bridge is shut

The Fenner bridge will be closed from March, the mayor of Norwick, Dora Pell, said on Monday.

"We have looked at every other way, and there is none," Pell said.

The harbour office declined to comment on a ferry.
`;

/** A line of JSON lines. */
export const recordOf = (id: string, text: string, rest: object = {}): string =>
  `${JSON.stringify({ id, text, ...rest })}\n`;
