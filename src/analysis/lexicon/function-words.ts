const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that begin a sentence without being part of a name, and that no index of terms wants. */
export const STOP_WORDS: ReadonlySet<string> = words(`
  a about above across after again against ago all almost along already also although always am among amid an and another
  any anybody anyone anything are aren't around as aside at away back be became because become becomes been before behind
  being below beneath beside besides between beyond both but by came can can't cannot come comes could couldn't despite
  did didn't do does doesn't doing don't done down due during each either else elsewhere enough even ever every everyone
  everything everywhere except far few first for former from further gave get gets getting give given go goes going gone
  got had hadn't has hasn't have haven't having he he'd he'll he's hence her here here's hers herself him himself his how
  however i i'd i'll i'm i've if in including indeed instead into is isn't it it'd it'll it's its itself just keep last
  later latest least less let let's like likely made mainly make makes making many may maybe me meanwhile might mine more
  moreover most mostly much must my myself near nearly neither never nevertheless new next no nobody none nor not nothing
  now nowhere of off often on once one ones only onto or other others otherwise our ours ourselves out outside over own
  per perhaps put quite rather really recent recently regardless s said same saw say saying says see seem seemed seems
  seen separately several shall she she'd she'll she's should shouldn't since so some somebody someone something
  sometimes soon still such t take taken takes taking tell than that that's the their theirs them themselves then
  there there's thereby therefore these they they'd they'll they're they've thing things this those though through
  throughout thus till to together told too took toward towards two under unless unlike until up upon us used using
  various very via was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when whenever
  where whereas wherever whether which while who who's whoever whole whom whose why will with within without won't
  would wouldn't yes yet you you'd you'll you're you've your yours yourself
  according added adding earlier early late say according around today tomorrow yesterday tonight
  monday tuesday wednesday thursday friday saturday sunday year years month months week weeks day days time times
  mr mrs ms dr reported reportedly report reports news read photo file
`);

/** Pronouns that stand for a person or people spoken of. */
/** Words a sentence may begin with after an abbreviation such as "U.S." that could also be inside one. */
export const SENTENCE_OPENERS: ReadonlySet<string> = words(`
  the a an it he she they we i you this that these those there but and or so in on at by for from with after before
  when while if as since because although though however meanwhile his her their its our my what who where why how
  some many most both several two three no not one another also then yet still according earlier later last
`);
