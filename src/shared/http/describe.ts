// What routes say of themselves is noted here and read by the document's generator (cli/openapi.ts). Swagger's own
// decorators would bring 530 modules into every API process, which never uses one of them: the document is a file.
import { z } from 'zod';

/** RFC 9457. Kinds may bring members of their own. */
export const ProblemAnswer = z
  .looseObject({
    type: z.string().meta({ description: 'The kind of problem, as a URI reference.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What to do about it.' }),
  })
  .meta({ id: 'Problem', description: 'What went wrong and what to do about it (RFC 9457).' });

/** By status. */
export const PROBLEMS = {
  400: 'A parameter or the body cannot be used',
  401: 'No key, or one that is not valid',
  403: 'The key lacks the scope',
  404: 'There is no such thing, or there was none then',
  409: 'Somebody else was faster',
  410: 'The position is of another history',
  413: 'Too large',
  415: 'Not a media type that is read here',
  422: 'Understood, but it cannot be taken in',
  503: 'Overloaded, or not reflected yet: try again after `Retry-After` seconds',
} as const;

/** By name, what the routes of a section are about. */
export const SECTIONS = {
  stories: 'What the state of a story was, on both clocks',
  articles: 'What was taken in, and what was made of it',
  subscriptions: 'Every change once, through every door',
  operations: 'For those who run it',
} as const;

export type SectionName = keyof typeof SECTIONS;

export interface Answer {
  readonly description?: string;
  /** Shape of a JSON answer; text of any other. */
  readonly schema?: z.ZodType;
  readonly mediaType?: string;
}

/** Of every answer with an ETag. */
export const notModified = {
  304: { description: 'Not changed since the `If-None-Match` or `If-Modified-Since` given' },
};

export interface Description {
  /** Unique; becomes the name of a function in generated clients. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Besides those of any route that is not open to all: 401, 403 and 503. */
  readonly problems?: readonly (keyof typeof PROBLEMS)[];
  /** Shape of a JSON body; in words where it is of another media type. */
  readonly body?: z.ZodType | { readonly mediaType: string; readonly description: string };
}

/** A header that a route reads. */
export interface HeaderDescription {
  readonly name: string;
  readonly description: string;
  readonly example?: string;
}

const DESCRIPTION = Symbol('description');
const HEADER = Symbol('header');
const SECTION = Symbol('section');

const note =
  (key: symbol, value: unknown): MethodDecorator =>
  (_target, _name, method: PropertyDescriptor) =>
    Reflect.defineMetadata(key, value, method.value as object);

/** The part of a route in the OpenAPI document that its parameters do not tell. */
export const Describe = (description: Description): MethodDecorator => note(DESCRIPTION, description);

/** A route that the document leaves out. */
export const Undocumented = (): MethodDecorator => note(DESCRIPTION, null);

/** @returns null for a route that the document leaves out, undefined for one whose author forgot */
export const descriptionOf = (handler: object): Description | null | undefined =>
  Reflect.getMetadata(DESCRIPTION, handler) as Description | null | undefined;

/** An optional header that a route reads. */
export const DescribeHeader = (header: HeaderDescription): MethodDecorator => note(HEADER, header);

export const headerOf = (handler: object): HeaderDescription | undefined =>
  Reflect.getMetadata(HEADER, handler) as HeaderDescription | undefined;

/** The section of the document, a tag of OpenAPI's, that a controller's routes stand in. */
export const Section =
  (name: SectionName): ClassDecorator =>
  (controller) =>
    Reflect.defineMetadata(SECTION, name, controller);

export const sectionOf = (controller: object): SectionName | undefined =>
  Reflect.getMetadata(SECTION, controller) as SectionName | undefined;
