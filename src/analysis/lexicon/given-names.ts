/** Common given names of many languages: evidence that two capitalised words are a person, never more than that. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abbas abby abdel abdelaziz abdelfattah abdul abdulaziz abdullah abdulrahman abigail abu ada adam adele
  adnan adrian agnes agnieszka ahmad ahmed ahmet aidan aiden aisha akira akshay alain alan alastair albert aldo
  alec alejandra alejandro aleksandar aleksander aleksandr alessandra alessandro alex alexander alexandra
  alexandre alexei alexey alexis alfonso alfred alfredo ali alice alicia alina alison alistair allan allen allison
  alonso alvaro alvin alyssa amal amanda amar amber ambrose amelia amina amir amit amitabh amos amy ana anastasia
  anatoly anders andre andrea andreas andrei andrej andres andrew andrzej andy angela angelina angelo angus anil
  anita anja anjali ankit ann anna annabel anne annette annika anthea anthony antoine anton antonia antonin
  antonio antonis anwar ari ariel arjun armando arnaud arnold arron arsene artem arthur arturo arun arvind asha
  ashley ashraf ashton asif asma astrid atif audrey augustus ava avraham ayesha ayman aymeric aziz aziza badr
  bahram baptiste barak barbara barney barry bart bartholomew bashar basil bassam beatrice beatriz becky bela
  belinda ben benedetta benedict benjamin benny benoit bernadette bernard bernardo bernie bert bertrand beth
  bethany bettina betty beverly bianca bilal bill billy bjorn blake blanca bob bobby bogdan bonnie boris boyd brad
  bradley brandi brandon branislav brayden brenda brendan brent brett brian bridget brigitte britney brittany
  brock bruce bruno bryan bryce burak byron caitlin caleb calvin cameron camila camille candice carina carl carla
  carlo carlos carlton carmen carol carole caroline carolyn carrie carson casey cassandra cassidy catalina
  catherine cathy cecil cecilia cedric celeste celia cesar chantal charlene charles charlie charlotte chen cherie
  cheryl chester chiara chloe chris christa christian christiane christina christine christophe christopher
  christy cindy claire clara clarence clark claude claudia claudio clayton clement cleo cliff clifford clinton
  clive clyde cody colette colin colleen connie connor conor conrad constance constantin cora corey corinne
  cornelia cornelius cory courtney craig curt curtis cynthia cyril cyrus daisy dalia damian damien damon dan dana
  daniel daniela daniele danielle danilo danny daphne daria dario darius darlene darrell darren darryl daryl dave
  david davide davis dean deanna debbie deborah declan deepak deirdre delia della denis denise dennis derek dermot
  desmond devin dexter dharmendra diana diane dick didier diego dieter dilip dimitri dimitris dina dinesh dion
  dirk divya dmitri dmitry dolores domenico dominic dominik dominique don donald donna donovan dora dorian doris
  dorothy doug douglas duane duncan dustin dwayne dwight dylan earl ebony eddie edgar edith edmund edna eduard
  eduardo edward edwin effie efraim eileen elaine eleanor elena eleni eli elias elijah elisa elisabeth elise
  elisha eliza elizabeth ella ellen ellie elliot elliott ellis elmer elsa elsie elton elvira elvis elyse emanuel
  emile emilia emilio emily emma emmanuel emmet emre enda enrique enzo ephraim eric erica erick erik erin ernest
  ernesto ernst errol erwin esteban estelle esther ethan ethel etienne eugene eugenia eva evan evangelos evelyn
  everett ezra fabian fabio fabrice fadi fahad faisal faiz farid fatemeh fatima fatma faye federica federico felix
  fergus fernanda fernando fidel filip filippo finn fiona fionn flora florian floyd forrest fouad frances
  francesca francesco francis francisco franck franco francois francoise frank frankie franklin franz fraser fred
  freda freddie frederic frederick frederik frida friedrich fritz gabby gabriel gabriela gabriele gabrielle gail
  galina gareth garth gary gaston gaurav gavin gayle gemma gene genevieve geoff geoffrey georg george georges
  georgina georgios gerald gerard gerardo gerhard gerry ghassan gianluca gianni gil gilbert gilles gillian gina
  gino giorgia giorgio giorgos giovanni gisele giulia giulio giuseppe gladys glen glenda glenn gloria gonzalo
  goran gordon grace graham greg gregory greta gretchen grigory guido guillermo gunter gunther gus gustav gustavo
  gwen gwyneth habib hadi hakan haley hamid hamish hamza hana hanan hank hanna hannah hans haris harold harriet
  harrison harry haruki harvey hasan hashim hassan hatem hayley hazel heath heather hector heidi heinrich heinz
  helen helena helene helga helmut henri henrik henrique henry herbert herman hermann hernan hilary hilda hillary
  hiroshi hisham hoda holly horace horst hossein houda howard hubert hugh hugo humberto humphrey hussein iain ian
  ibrahim ida ignacio ignatius igor ilan ilana ilham ilse ilya imad imran ina indira ines inga ingo ingrid ioannis
  ira irene irina iris irma irving isaac isabel isabella isabelle isadora isaiah ishaq iskander ismael ismail issa
  itzhak ivan ivana ivanka ivar ivo iyad izzy jack jackie jaclyn jacob jacopo jacqueline jacquelyn jacques jade
  jaden jagdish jaime jake jakob jakub jalal jamal james jameson jamie jamil jan jana jane janet janez janice
  janine jared jarrod jasmine jason jasper javad javier jawad jay jaya jayne jean jeanette jeanne jeannie jed jeff
  jeffery jeffrey jelena jen jenna jennie jennifer jenny jens jeremy jerome jerry jess jesse jessica jessie jethro
  jill jillian jim jimmy jin jing jitendra jo joachim joan joanna joanne joao joaquin jocelyn jody joe joel joey
  johan johann johanna johannes john johnnie johnny jolanda jon jonas jonathan jonathon joni jordan jordi jorg
  jorge jose josef josefina joselyn joseph josephine josh joshua josiah joyce juan juana juanita judah judd judith
  judy jules julia julian juliana julianne julie julien juliet juliette julio julius jun jurgen justin justine
  justyna kai kaitlyn kamal kamala kamil kamran kara kareem karel karen karim karin karina karl karla karolina
  kasper katarina kate katharina katharine katherine kathleen kathryn kathy katia katie katja katrin katrina katya
  kay kayla keir keira keisha keith kelley kelly kelsey kelvin ken kendra kenji kenneth kenny kent kerry kevin
  khaled khalid khalil kiera kieran kim kimberly kiran kirk kirsten kirsty kjell klaus knut konstantin
  konstantinos kris krishna krista kristen kristian kristin kristina kristine kristof krystal krzysztof kuldeep
  kumar kurt kwame kyle kylie kyra kyriakos lachlan laila lakshmi lamar lamont lana landon lara larissa larry lars
  laszlo latifa latoya laura lauren laurence laurent laurie lawrence layla lea leah leandro leanne lee leigh leila
  leland lena lennart lenny leo leon leona leonard leonardo leonid leonie leopold leroy leslie lester leticia levi
  lewis li liam liana lidia liesl lila lilian liliana lillian lily lina linda lindsay lindsey linus lionel lisa
  liz liza lizzie lloyd lois lola lorena lorenzo loretta lori lorna lorraine lou louis louisa louise lowell luc
  luca lucas lucia lucian luciana luciano lucie lucille lucinda lucy ludmila ludwig luigi luis luisa luiz lukas
  lukasz luke luther lydia lyle lyn lynda lyndon lynn lynne mabel mackenzie maddie madeleine madeline mads magda
  magdalena maggie magnus mahdi maher mahmood mahmoud mahmud mai maia maja majed majid malala malcolm malia malik
  mallory mamadou mandy manfred manish manoj manuel manuela mara marc marcel marcela marcelo marcia marcin marco
  marcos marcus margaret margarita margot marguerite maria mariam marian mariana marianne mariano maribel marie
  mariela marilyn marina mario marion marisa marisol marissa marius mariusz marjorie mark marko markus marla
  marlene marlon marsha marshall marta martha martin martina martinez marty marvin marwan mary maryam masha mason
  massimo mateo mateusz mathias mathieu mathilde matilda matt matteo matthew matthias matthieu maureen maurice
  mauricio maurizio mauro maverick max maxim maxime maximilian maxine maxwell maya mayra meera megan meghan mehdi
  mehmet mei mel melanie melinda melissa melvin meredith merle merve meryl mia micah michael michaela michal
  michel michele micheline michelle mick micky miguel mihai mikael mike mikhail mila milan mildred milena milo
  milos milton mimi mina mindy minh mira miranda mirek miriam miroslav misha mitch mitchell mitt mo moataz modesto
  moe mohamad mohamed mohammad mohammed mohan moises mollie molly mona monica monika monique monte morgan morris
  mortimer moses moshe mouna muammar muhammad mukesh munir murad muriel murray mustafa myles myra myriam myrna
  myron nabil nadav nader nadia nadim nadine nahid naim nancy naomi narendra nasir nasser natalia natalie natalya
  natan natasha nate nathalie nathan nathaniel naveen navid nayef ned neha neil nell nellie nelson nestor neta
  netta neve nia niall nicholas nichole nick nicky nico nicola nicolai nicolas nicole nigel nikita nikki niklas
  niko nikola nikolai nikolaos nikolas nikos nils nina nir niraj nisha nitin noa noah noam noel noelle nolan noor
  nora norah norbert noreen norma norman norris nouri nuno nuri octavia octavio odette odile ofer ola olaf ole
  oleg oleksandr oleksii olena olga oliver olivia olivier olof omar omer ophelia oprah orly orson osama oscar
  oskar osman oswald otto owen ozzy pablo paddy paige paloma pam pamela paola paolo parker pascal pascale patrice
  patricia patricio patrick patrik patsy patti patty paul paula paulette paulina pauline paulo pavel pavlo pawel
  pedro peggy penelope percy perla perry pete peter petr petra petros phil philip philipp philippa philippe
  phillip phoebe phyllis pia pierluigi pierre pieter pietro pilar piotr piper polly prakash pranab prasad praveen
  preston primo priscilla priya priyanka qassem quentin quincy quinn rachael rachel rachid radek radoslaw rafa
  rafael rafal rafik raghu rahul raj raja rajesh rajiv rajnath ralf ralph rami ramin ramiro ramon ramona ramzi
  rana randall randolph randy rania ranjit raoul raphael raquel rashid rasmus raul ravi ray raymond rebecca
  rebekah recep reese regina reginald reid reinhard reinhold rekha remi remy rena renata renate rene renee reuben
  reuven reza rhea rhoda rhonda rhys ricardo riccardo richard richie rick ricky rihanna riley rishi rita riyad rob
  robbie robby robert roberta roberto robin robyn rocco rochelle rocio rod roderick rodger rodney rodolfo rodrigo
  roger rohan rohit roland rolf romain roman romeo ron ronald ronan ronen roni ronit ronnie roosevelt rory rosa
  rosalie rosalind rosanna rosario rose rosemary rosie ross rowan roxanne roy ruben rudolf rudolph rudy rufus rui
  rupert russell ruth ryan ryszard saad sabina sabine sabrina sadie sadiq saeb saeed sahar said saif sajid sakura
  salah salam saleh salim sally salma salman salvador salvatore sam samantha sameer samer sami samir sammy samson
  samuel sandeep sandra sandrine sanjay santiago santosh sara sarah sasha saul scarlett scott sean sebastian
  sebastien selena selim selma serena serge sergei sergey sergio seth seumas seung shane shania shannon sharon
  shaun shauna shawn sheila shelby sheldon shelley shelly sherif sherman sherri sherry sheryl shigeru shimon
  shinzo shirley shiva shlomo shmuel shreya sid sidney siegfried sigmund sigrid silas silvia silvio simon simona
  simone sinead siobhan slobodan sofia solomon sonia sonja sonny sonya sophia sophie soraya spencer stacey stacy
  stan stanislav stanley stefan stefania stefanie stefano stelios stella sten steph stephan stephane stephanie
  stephen steve steven stewart stig stuart sue suhail suleiman sumit sundar sunil suresh surya susan susana
  susanna susanne susie suzanne suzy svein sven svetlana sybil sylvain sylvester sylvia sylvie tabitha tadeusz
  takashi takeshi talal talia tamar tamara tamir tammy tania tanisha tanya tara tarek tareq tariq taro tasha
  tatiana tatyana tawfik taylor tayyip ted teddy terence teresa terrance terrell terrence terri terry tessa tevita
  thabo thad thaddeus thelma theo theodore theresa therese thierry thomas thor thorsten tiago tianna tiffany tilda
  tim timo timothy tina tobias toby todd tom tomas tomasz tomer tommaso tommy toni tony tonya tor torsten tova
  tracey traci tracy travis trent trevor tricia trina trish tristan troy trudy truman tyler tyra tyrone tyson ulf
  ulrich uma umar umberto uri urs ursula usman ute uwe uzi vaclav vadim valentin valentina valentino valeria
  valerie valery vanessa varun vasile vasilis vasily vaughn vera vern vernon veronica veronika vicente vicki vicky
  victor victoria vidal vijay vikas vikram viktor viktoria vince vincent vincenzo vinod viola virgil virginia
  vitali vitaly vito vivek vivian viviana vivien vivienne vlad vladimir vladislav volker volodymyr vyacheslav wael
  wajid waleed walid wally walt walter wanda wang warren warwick wayne wei wen wendell wendy werner wesley whitney
  wilbur wilfred wilhelm will willa willem willi william willie willis wilma wilson winifred winnie winston witold
  wojciech wolfgang woodrow wyatt xavier xi xiao ximena xin yael yahya yakov yan yana yanis yannick yannis yaron
  yasir yasmin yasmine yasser yasuo yehuda yevgeny yiannis yitzhak yoko yolanda yong yoni yosef yoshi yossi yousef
  youssef yuki yulia yuri yuriy yusuf yves yvette yvonne zac zach zachary zack zahra zaid zainab zak zara zayn
  zeinab zeke zelda zev zhang zia zina zineb zoe zoey zoltan zoran zsolt zulfikar zvi`.split(/\s+/),
);
