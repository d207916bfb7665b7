/**
 * Words that features look at: on the stack (s0 the top) and next in the buffer (b0, b1 …), those before and after them in
 * the sentence (`s0-`, `s0+`), their outermost dependents (`s0l` on the left, `s0r` on the right) and the ones next to those
 * (`s0ll`, `s0rr`).
 */
export const places: readonly string[] =
  's0 s1 s2 b0 b1 b2 s0- s0+ s1- s1+ b0- s0l s0ll s0r s0rr s1l s1r s1rr b0l b0ll'.split(' ');

/** Of these words, dependents are from here on. */
export const firstDependent = places.indexOf('s0l');

/**
 * What features read besides the attributes of words: how far s0 is from b0 (`ahead`) and from s1 (`behind`), what kinds of words
 * stand there (`between`, `beneath`), how many dependents a word has, whether a verb follows b0 (`verb`) and of what kind
 * s2 is then (`verb2`), and the groups of the relations of dependents.
 */
export const facts: readonly string[] = [
  ...'ahead behind between beneath s0.count s1.count verb verb2'.split(' '),
  ...places.slice(firstDependent).map(place => `${place}.group`),
];

/**
 * Features by what they read together, as in Zhang and Nivre (2011), and with more of the words around. Each has its key
 * from its place here, after sorting by how much it reads.
 */
export const templates: readonly (readonly string[])[] = `
s0.both
s0.tag
s0.word
b0.both
b0.tag
b0.word
b1.both
b1.tag
s0.word b0.word
s0.fine b0.fine
s0.coarse b0.coarse b0.tag
b0.both b1.tag
b0.tag b1.both
b0.tag b1.tag b2.tag
s0.tag b0.tag b1.tag
s0.both ahead
b0.both ahead
s0.tag b0.tag s0+.kind b0-.kind
s0.tag b0.tag s0+.kind b1.kind
s0.both between
s0.tag b0.tag verb
s0.exact b0.exact
s0.word b0.kind
s0.kind b0.word
s1.both
s1.tag
s1.word
s1.word s0.word
s1.fine s0.fine
s1.coarse s0.coarse s0.tag
s1.both behind
s0.both behind
s1.tag s0.tag s1+.kind s0-.kind
s1.tag s0.tag s1-.kind s0-.kind
s1.tag s0.tag s1+.kind s0+.kind
s1.both beneath
s1.exact s0.exact
s1.word s0.kind
s1.kind s0.word
s1.both b0.tag
s1.tag b0.both
s1.tag s0.tag b0.tag
s1.kind s0.kind b0.kind b1.kind
s2.both
s2.tag s1.tag s0.tag
s1.tag s0.tag s0l.group
s1.tag s0.tag s0r.group
s1.tag s1l.group s0.tag
s0.both s0r.group
s0.both s0l.group
s1.both s1r.group
s1.both s1l.group
b0.both b0l.group
s0.tag b0.tag b0l.tag
s1.tag s1r.tag s0.tag
s1.tag s0.tag s0l.tag
s1.tag s0.tag s0l.word
s0.tag b0.tag b0l.word
s0.tag s0l.group s0ll.group b0.tag
s0.tag s0r.group s0rr.group b0.tag
s1.tag s1r.group s1rr.group s0.tag
b0.tag b0l.group b0ll.group s0.tag
s1.tag s1.count s0.tag
s1.tag s0.tag behind s0.count
s2.kind s1.kind s0.kind b0.kind
s2.tag b0.tag
s1.tag s0.tag b0.kind verb2
s0.fine b0.kind
s0.kind b0.fine
s1.fine s0.kind
s1.kind s0.fine
s2.word s0.kind s0l.word
s1.word s0.kind s0l.word
s2.kind s1.kind s0.kind s0l.word
s1.fine s0.kind s0l.word
s2.fine s0.kind s0l.word
s0r.tag s0.tag b0.tag
s0r.word s0.tag b0.tag
s1r.word s1.tag s0.tag
s0.kind b0.kind ahead between
s1.kind s0.kind behind beneath
s0.kind b0.tag b1.word
`
  .trim()
  .split('\n')
  .map(line => line.split(' '))
  .sort((a, b) => a.length - b.length);
