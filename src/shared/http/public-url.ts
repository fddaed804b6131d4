/** Injection token: how readers reach the API, without a slash at the end. Without it links are made from each request. */
export const PUBLIC_URL = Symbol('PUBLIC_URL');
