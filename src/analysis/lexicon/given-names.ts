/** Common given names of many languages: evidence that two capitalised words are a person, never more than that. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alejandro alex alexander alexandra alexei alfred ali alice
  alison amanda amina amir amy ana andre andrea andrei andrew andy angela anita ann anna anne anthony antonio arthur ashraf aziz
  barbara beatrice ben benjamin bernard beth bill bob boris brad brandon brenda brian bruce carl carla carlos carol caroline
  catherine cathy charles charlotte chen chris christian christina christine christopher claire claudia colin craig cynthia dan
  daniel danny david dean deborah denis dennis diana diane dick diego dmitry don donald donna doris dorothy doug douglas eduardo
  edward eleanor elena eli elizabeth ellen emily emma enrique eric erica erik ethan eugene eva evan farid fatima felix fernando
  fiona frances francis francisco frank fred gabriel gary gavin george gerald gerard gina giovanni giuseppe glenn gloria gordon
  grace graham greg gregory guillermo gustavo hamid hannah hans harold harry hassan heather heidi helen henry hiroshi howard hugh
  hussein ian ibrahim igor ingrid irene isaac isabel ivan jack jacob jacqueline jaime james jamie jan jane janet jason javier jay
  jean jeff jeffrey jennifer jeremy jerry jesse jessica jill jim jimmy joan joe joel john johnny jon jonathan jordan jorge jose
  joseph joshua joyce juan judith judy julia julian julie justin karen karim karl kate katherine kathleen kathryn katie keith
  kelly ken kenneth kevin khaled khalid kim kimberly kumar kurt lars laura lauren laurence lawrence lee leo leon leonard leslie
  li linda lisa liz lloyd louis louise lucas lucy luis luke lynn mahmoud manuel marc marco marcus margaret maria marie mario
  mariam marina mark martha martin marwan mary mateo matt matthew maurice max megan mehmet melissa michael michelle miguel mike
  mohamed mohammad mohammed monica muhammad mustafa nadia nancy naomi natalie nathan neil nicholas nick nicola nicole nikolai
  nina noah nora norman olga oliver olivia omar oscar osman pablo pamela patricia patrick paul paula pedro peter phil philip
  pierre rachel rafael rahul raj ralph rania raymond rebecca renee ricardo richard rick rita rob robert roberto robin roger roland
  ron ronald rosa rose roy russell ruth ryan said salim sally salman sam samantha samir samuel sandra sara sarah saul scott sean
  sergei sergey sharon sheila shirley simon sofia sophie stanley stefan stephanie stephen steve steven stuart sue susan suzanne
  sylvia takeshi tamara tariq taylor ted teresa terry theodore theresa thomas tim timothy tina todd tom tommy tony tracy tyler
  umar valerie vanessa vera vernon veronica victor victoria vijay vincent viktor virginia vladimir walter wang warren wayne wei
  wendy will william yasmin yasser yousef youssef yuri yusuf zainab zhang jake leila`.split(/\s+/),
);
