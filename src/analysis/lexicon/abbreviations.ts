/** Words whose full stop does not end a sentence, lower-case and without it. General English of the news. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev fr sr jr st hon gov lt gen col sgt capt cpl pvt maj brig adm cmdr cdr rep sen pres supt det insp ' +
    'messrs mme ft mt no nos vs etc inc ltd co corp bros dept est approx fig vol ed al ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'ave blvd rd ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa ' +
    'tenn tex va vt wash wis wyo'
  ).split(' '),
);

/** Of those, the ones that may well be the last word of a sentence; what follows decides. */
export const MAY_END_SENTENCE: ReadonlySet<string> = new Set('inc ltd co corp bros etc jr sr al'.split(' '));
