const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Verbs that introduce what somebody said, in the forms reports use, by what saying it amounts to. */
const PLAIN = words(`
  said says say saying told tells tell stated states stating added adds adding noted notes noting explained explains
  argued argues argue arguing asserted asserts assert claimed claims claim claiming insisted insists insist maintained
  maintains maintain stressed stresses emphasized emphasised emphasizes clarified clarifies commented comments remarked
  suggested suggests acknowledged acknowledges admitted admits believes believe estimated estimates estimate
  conceded concede concedes acknowledge admit note add explain insist emphasize stress predict wrote writes tweeted posted continued continues quipped recalled recounted cautioned cautions contended contends
  alleged alleges alleging asked asks replied responded lamented lamenting complained complain described describes underscored
  reiterated reiterates predicted predicts hinted indicated indicates elaborated elaborating touted observed concluded
  stress suggest allege caution contend respond reply conclude indicate lament reiterate
  insisting stressing explaining suggesting alleging admitting acknowledging asserting predicting telling believing
  cautioning contending emphasizing emphasising
  retorted enthused joked jokes exclaimed shouted countered counters mused boasted protested advised advises
  reflected speculated recounts reasoned fears fear feared expects expect expected
  testified answered repeated mentioned vowed vows pledged promised urged urges urging thinks think hopes hope hoped believed
`);

/** Saying that is itself something done: an official word, a decision made known. */
const ACTS = words(`
  announced announces announce announcing declared declares declare declaring warned warns warn warning confirmed confirms confirm confirming
  revealed reveals reveal disclosed discloses disclose ordered demanded demands denied denies deny denying rejected rejects condemned condemns
  apologised apologized accused accuses accusing decreed proclaimed
`);

const REPORTING = words('reported reports reporting reportedly according');

/** What papers do when they say something: "the study found that …". */
const FINDINGS: ReadonlySet<string> = new Set(words('found finds show shows showed concluded concludes'));

const SPEECH: ReadonlySet<string> = new Set([...PLAIN, ...ACTS, ...REPORTING]);
const ACT_SET: ReadonlySet<string> = new Set(ACTS);

export const isSpeechVerb = (lower: string): boolean => SPEECH.has(lower);
export const isFinding = (lower: string): boolean => FINDINGS.has(lower);
export const isSpeechAct = (lower: string): boolean => ACT_SET.has(lower);

/** Papers that speak for whoever stands behind them. */
export const DOCUMENTS = new Set(
  'statement report letter document memo memorandum post tweet filing communique communiqué release readout complaint indictment affidavit petition lawsuit suit survey study poll transcript'.split(
    ' ',
  ),
);

/** Papers that speak as themselves when nobody is named behind them. */
const FINDING_DOCUMENTS =
  /^(?:report|document|stud(?:y|ie)|survey|poll|autopsy|audit|indictment|lawsuit|complaint|affidavit|analys[ie]|record|census|investigation|inquiry|inquirie|review|research|warrant)(?:s|es)?$/;
export const isDocument = (lower: string): boolean => DOCUMENTS.has(lower) || FINDING_DOCUMENTS.test(lower);
export const isFindingDocument = (lower: string): boolean => FINDING_DOCUMENTS.test(lower);

/** Bodies that speak as themselves: nobody in particular, but not anonymous. */
export const INSTITUTIONS = new Set(
  'government military army ministry administration police agency authority authorities court party company companies group groups agencies organizations organisations organization organisation union unions committee council commission department office embassy governments bank banks force forces lawsuit prosecutors team family firm firms airline airlines club hospital university college society association charity charities foundation institute federation league board panel parliament senate congress regulator regulators watchdog cabinet coalition alliance staff crew navy opposition leadership defense defence estate campaign studio nations countries carrier giant automaker carmaker maker manufacturer retailer insurer lender delegation tribunal prosecution drugmaker chipmaker'.split(
    ' ',
  ),
);
