import { secureHeaders } from 'hono/secure-headers';

const nobody = ["'none'"];
const self = ["'self'"];

/** Pages load from here only, run no script of their own text, and are framed by nobody. */
export const safeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: nobody,
    scriptSrc: self,
    styleSrc: self,
    imgSrc: ["'self'", 'data:'],
    connectSrc: self,
    formAction: self,
    frameAncestors: nobody,
    baseUri: nobody,
  },
  // "no-referrer" would make browsers say `Origin: null` of a form of our own.
  referrerPolicy: 'same-origin',
  // Whether the name is for TLS only is the proxy's to say.
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});
