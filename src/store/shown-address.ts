/**
 * A store's address as it may be printed and logged: without the password, also where that has signs that an address
 * should not have.
 * @example
 * shownAddress('postgres://desk:secret@host/hearsay') // 'postgres://desk@host/hearsay'
 */
export const shownAddress = (address: string): string =>
  /^\w+:\/\//.test(address)
    ? address.replace(/^(\w+:\/\/[^:/@]*):.*@/, '$1@').replace(/([?&](?:ssl)?password=)[^&]*/gi, '$1…')
    : address;
