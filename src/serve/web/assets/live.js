/**
 * Keeps a page as it is in the store while somebody looks at it: listens to /api/v1/events and takes the changed parts
 * from the page fetched anew. What is scrolled to, focused, opened, chosen or typed stays as it is. Without this script,
 * or where nothing can be heard, the page is what it was when it was loaded.
 */

const { live, story, seen } = document.body.dataset;
const status = document.getElementById('live');
const standingWords = JSON.parse(status?.dataset.standings ?? '{}');

/** Milliseconds: commits that follow one another closely renew the page once; how long an announcement stays. */
const together = 60;
const staying = 12_000;

let heard = [];
let waiting = 0;
let clearing = 0;

const concerns = change =>
  live === 'all' ||
  change.storyId === story ||
  change.event.intoStoryId === story ||
  change.event.toStoryId === story;

/** "Disputed now: “…”" for what somebody should hear of; null for all else. */
function announcement({ event }) {
  if (event.kind !== 'standing' || event.before === null || event.after === null) return null;
  const word = standingWords[event.after] ?? event.after;
  const words = event.wording.length > 140 ? `${event.wording.slice(0, 140)}…` : event.wording;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} now: “${words}”`;
}

function announce(changes) {
  const moves = changes.map(announcement).filter(Boolean);
  const came = changes.filter(({ event }) => event.kind === 'article-added').length;
  const more = moves.length > 3 ? [`${moves.length - 3} more claims changed`] : [];
  const text =
    moves.length > 0
      ? [...moves.slice(0, 3), ...more].join('. ')
      : came > 0
        ? `${came === 1 ? 'An account' : `${came} accounts`} came in.`
        : '';
  if (!status || text === '') return;
  status.textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => status.replaceChildren(), staying);
}

async function renew() {
  waiting = 0;
  const changes = heard;
  heard = [];
  const response = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-cache' });
  if (!response.ok) return;
  // The story is part of another one now, or one has to sign in again.
  if (response.redirected) return location.replace(response.url);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const takeStyle = await ownStyleOf(fresh);
  keepingPlace(() => {
    takeStyle();
    for (const part of ['header', 'main']) {
      const [old, now] = [document.querySelector(`body > ${part}`), fresh.querySelector(`body > ${part}`)];
      if (old && now) become(old, now);
    }
    document.title = fresh.title;
  });
  light(changes);
  announce(changes);
}

/** Loads the style that only this page has, where it is another one now; what comes back puts it in the place of the old. */
async function ownStyleOf(fresh) {
  const [old, now] = [document.querySelector('link[data-own]'), fresh.querySelector('link[data-own]')];
  if (!old || !now || old.getAttribute('href') === now.getAttribute('href')) return () => {};
  const link = document.importNode(now, true);
  link.media = 'not all';
  const loaded = new Promise(done => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
  });
  old.after(link);
  await loaded;
  return () => {
    link.removeAttribute('media');
    old.remove();
  };
}

/** What was at the top of the window stays there, and what was focused keeps the focus. */
function keepingPlace(change) {
  const anchor = firstInView();
  const before = anchor?.getBoundingClientRect().top;
  const focused = document.activeElement;
  // A browser that keeps the place too would move the page twice.
  document.documentElement.style.overflowAnchor = 'none';
  change();
  if (focused instanceof HTMLElement && focused !== document.body && document.activeElement !== focused) {
    const again = focused.isConnected
      ? focused
      : focused.id === ''
        ? null
        : document.getElementById(focused.id);
    again?.focus({ preventScroll: true });
  }
  const still = anchor?.isConnected ? anchor : document.getElementById(anchor?.id ?? '');
  if (still && before !== undefined && scrollY > 0)
    scrollBy({ top: still.getBoundingClientRect().top - before, behavior: 'instant' });
  requestAnimationFrame(() => document.documentElement.style.removeProperty('overflow-anchor'));
}

/** The first thing with an id whose beginning is in the window: what somebody reads. */
function firstInView() {
  for (let y = 4; y < innerHeight; y += 24) {
    const found = document
      .elementsFromPoint(innerWidth / 3, y)
      .find(each => each.id !== '' && each.closest('main') && each.getBoundingClientRect().top >= 0);
    if (found) return found;
  }
  return null;
}

/** What a person does to an element, which is not to be undone. */
const own = new Map([
  ['DETAILS', 'open'],
  ['OPTION', 'selected'],
]);

/** Makes an element like another one, changing as little as can be: children are found again by id, else by their order. */
function become(old, now) {
  if (old.isEqualNode(now)) return;
  if (old.nodeType !== Node.ELEMENT_NODE || now.nodeType !== Node.ELEMENT_NODE) {
    old.replaceWith(now);
    return;
  }
  for (const { name } of [...old.attributes])
    if (!now.hasAttribute(name) && own.get(old.tagName) !== name) old.removeAttribute(name);
  for (const { name, value } of now.attributes)
    if (old.getAttribute(name) !== value && own.get(old.tagName) !== name) old.setAttribute(name, value);
  if (old.tagName === 'TEXTAREA') return;
  becomeChildren(old, now);
}

const keyOf = node =>
  node.nodeType === Node.ELEMENT_NODE ? node.id || node.getAttribute('value') || '' : '';

const isLike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

function becomeChildren(old, now) {
  const named = new Map(
    [...old.children].filter(keyOf).map(each => [`${each.nodeName} ${keyOf(each)}`, each]),
  );
  let at = old.firstChild;
  for (const next of [...now.childNodes]) {
    const known = keyOf(next) === '' ? null : named.get(`${next.nodeName} ${keyOf(next)}`);
    const found = known ?? (at && isLike(at, next) ? at : null);
    if (found === null) {
      old.insertBefore(document.importNode(next, true), at);
      continue;
    }
    if (found === at) at = at.nextSibling;
    else old.insertBefore(found, at);
    if (found.nodeType === Node.ELEMENT_NODE) become(found, next);
    else if (found.nodeValue !== next.nodeValue) found.nodeValue = next.nodeValue;
  }
  while (at !== null) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

/** Claims and stories whose standing changed are lit for a moment. */
function light(changes) {
  for (const { event, storyId } of changes) {
    if (event.kind !== 'standing' || event.before === null) continue;
    const shown =
      document.getElementById(`claim-${event.claimId}`) ?? document.getElementById(`story-${storyId}`);
    shown?.classList.remove('changed');
    void shown?.offsetWidth;
    shown?.classList.add('changed');
  }
}

function listen() {
  const events = new EventSource(`/api/v1/events?after=${seen}`);
  events.addEventListener('change', ({ data }) => {
    const change = JSON.parse(data);
    if (!concerns(change)) return;
    heard.push(change);
    if (waiting === 0) waiting = setTimeout(() => renew().catch(() => {}), together);
  });
}

/** What is shown beside focused words goes at Escape. */
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && document.activeElement?.matches('.said')) document.activeElement.blur();
});

if (live && 'EventSource' in window) listen();
