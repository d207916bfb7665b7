import type { Story } from '../../domain/index.ts';
import { differenceKinds, standings } from '../../domain/index.ts';
import { counted, differenceLabels, standingLabels, voiceLabels } from '../labels.ts';
import { clean, shorten } from '../words.ts';
import {
  anyDifference,
  type ClaimTags,
  differenceClass,
  taggedSpeakers,
  voiceClass,
  voices,
} from './claim-tags.ts';
import { type Html, html } from './template.ts';

type Tags = ReadonlyMap<string, ClaimTags>;

/** The class that a claim must have to be shown, and how many have it. */
type Option = { readonly value: string; readonly label: string };

/** One choice by which the page's claims are narrowed down. */
export type Filter = {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly groups: readonly { readonly label: string | null; readonly options: readonly Option[] }[];
};

/** What can be chosen in this story: nothing is offered that no claim has. */
export function filtersOf(story: Story, tags: Tags): readonly Filter[] {
  const counts = new Map<string, number>();
  for (const { classes } of tags.values())
    for (const name of classes) counts.set(name, (counts.get(name) ?? 0) + 1);
  const option = (value: string, label: string): readonly Option[] =>
    counts.has(value) ? [{ value, label: `${label} (${counts.get(value)})` }] : [];
  const people = taggedSpeakers(story, tags).flatMap(({ member, name }) =>
    option(name, member.named ? shorten(clean(member.name), 50) : `“${shorten(clean(member.name), 50)}”`),
  );
  const filters: readonly Filter[] = [
    {
      id: 'filter-standing',
      label: 'Standing',
      all: 'any standing',
      groups: [{ label: null, options: standings.flatMap(kind => option(kind, standingLabels[kind])) }],
    },
    {
      id: 'filter-source',
      label: 'Source',
      all: 'any source',
      groups: [
        { label: 'Kind', options: voices.flatMap(voice => option(voiceClass(voice), voiceLabels[voice])) },
        { label: 'Who says it or answers', options: people },
      ],
    },
    {
      id: 'filter-difference',
      label: 'Difference',
      all: 'with or without',
      groups: [
        {
          label: null,
          options: [
            ...option(anyDifference, 'any difference'),
            ...differenceKinds.flatMap(kind => option(differenceClass(kind), differenceLabels[kind])),
          ],
        },
      ],
    },
  ];
  return filters
    .map(filter => ({ ...filter, groups: filter.groups.filter(({ options }) => options.length > 0) }))
    .filter(({ groups }) => groups.length > 0);
}

/** The choices as controls that work without a script: the style below looks at what is chosen. */
export const filterBar = (
  filters: readonly Filter[],
  claims: number,
): Html => html`<fieldset class="filters" id="filters">
<legend>Show claims</legend>
${filters.map(
  ({ id, label, all, groups }) => html`<span class="choice"><label for="${id}">${label}</label>
<select id="${id}" autocomplete="off">
<option value="all" selected>${all}</option>
${groups.map(group =>
  group.label === null
    ? html`${group.options.map(optionElement)}`
    : html`<optgroup label="${group.label}">\n${group.options.map(optionElement)}</optgroup>\n`,
)}</select></span>
`,
)}<p class="hint">${counted(claims, 'claim')} in all; the choices hold for the whole page.</p>
</fieldset>
`;

const optionElement = ({ value, label }: Option): Html => html`<option value="${value}">${label}</option>\n`;

/**
 * Rules that hide what was not chosen, and that light up a claim's tellings wherever one of them, or the claim, is pointed
 * at, focused or linked to. Made of class names only. `:has` looks at few elements, or browsers take long over large pages.
 */
export const claimStyle = (filters: readonly Filter[], tags: Tags): string =>
  [
    ...filters.flatMap(({ groups }) =>
      groups.flatMap(({ options }) => options.map(({ value }) => filterRules(value))),
    ),
    ...comparable(tags).map(({ own }) => linkRules(own)),
  ].join('');

/** The claims whose tellings and answers stand in several places. */
export const comparable = (tags: Tags): readonly ClaimTags[] =>
  [...tags.values()].filter(({ claim }) => claim.tellings.length + claim.responses.length > 1);

const filterRules = (
  value: string,
): string => `#filters:has(option[value="${value}"]:checked) ~ * .claim:not(.${value}){display:none}
#filters:has(option[value="${value}"]:checked) ~ * .told:not(.${value}){background:none}
`;

const linkRules = (
  own: string,
): string => `main:has(.${own}:is(:hover,:focus-within,:target)) .${own}{--lit:var(--target)}
#comparing:has(option[value="${own}"]:checked) ~ .texts .${own}{--lit:var(--target)}
#comparing:has(option[value="${own}"]:checked) ~ .texts .block:not(.has-${own}){display:none}
#comparing:has(option[value="${own}"]:checked) ~ .texts article:not(.has-${own}){--silent:block}
`;
