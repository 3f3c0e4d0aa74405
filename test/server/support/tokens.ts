import { SignJWT, type JWTPayload } from 'jose';

export const SECRET = 'a secret of the tests, longer than 32 characters';
export const ISSUER = 'https://ent.example';
export const AUDIENCE = 'sentier';
const key = new TextEncoder().encode(SECRET);

export const JWT = { algorithm: 'HS256', issuer: ISSUER, audience: AUDIENCE, secret: SECRET } as const;

/** A token as a host signs it. */
export const sign = (claims: JWTPayload = {}, sub = 'user-1'): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key);

export const admin = (): Promise<string> => sign({ role: 'admin', scope: 'all' }, 'admin-1');
