/**
 * A store's address as it may be printed and logged: without the password.
 * @example
 * shownAddress('postgres://desk:secret@host/hearsay') // 'postgres://desk@host/hearsay'
 */
export const shownAddress = (address: string): string => address.replace(/^(\w+:\/\/[^:/@]*):[^@/]*@/, '$1@');
