import type { Entities } from '../entities/entities.js';
import type { Parsed } from '../sentence/parse.js';
import type { Speaker } from './spoken-of.js';

export type Gender = 'he' | 'she';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Without "chairman", "fisherman", "actor": women are called so too. */
const MALE =
  words(`mr sir lord king prince duke count baron emperor sultan pope father brother son husband widower uncle
  nephew grandfather grandson stepfather man gentleman boy businessman spokesman policeman congressman
  councilman gunman waiter monk imam ayatollah`);
const FEMALE =
  words(`mrs ms miss dame lady queen princess duchess countess baroness empress mother sister daughter wife
  widow aunt niece grandmother granddaughter stepmother woman girl businesswoman spokeswoman chairwoman policewoman
  congresswoman councilwoman actress waitress nun`);

const genderOf = (word: string): Gender | undefined =>
  MALE.has(word) ? 'he' : FEMALE.has(word) ? 'she' : undefined;

/** Who can be "he" and who "she", as far as the report tells by titles and offices: given names are not asked. */
export class Genders {
  /** Null where the report tells both. */
  private readonly known = new Map<number, Gender | null>();

  constructor(private readonly entities: Entities) {}

  /** Takes in a sentence: "Mrs Roe", "actress Ann Roe". */
  learn({ tokens, mentions }: Parsed): void {
    for (const { entity, from } of mentions) {
      if (this.entities.list[entity]!.type !== 'person') continue;
      const told = genderOf(tokens[from]!.lower) ?? genderOf(tokens[from - 1]?.lower ?? '');
      if (told) this.known.set(entity, (this.known.get(entity) ?? told) === told ? told : null);
    }
  }

  /** Whether a pronoun may mean somebody: yes, unless the report tells otherwise. */
  fits({ entity, kind, text, role }: Speaker, pronoun: Gender): boolean {
    const titled = entity === undefined ? undefined : this.known.get(entity);
    // Only a role of its own: "wife of the chairman" is no man.
    const own = kind === 'unnamed' ? headWord(text) : role && headWord(role);
    const told = titled === undefined && own ? genderOf(own) : titled;
    return !told || told === pronoun;
  }
}

/** "son" of "the son of a wholesaler", "spokeswoman" of "a company spokeswoman". */
const headWord = (phrase: string): string =>
  phrase
    .split(/,|\s(?:of|for|to|at|in|from|with|who)\s/)[0]!
    .trim()
    .split(/\s+/)
    .at(-1)!
    .toLowerCase();
