/** Common given names of many languages: evidence that two capitalised words are a person, never more than that. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaliyah aaron abbas abby abdallah abdel abdelaziz abdelbaset abdelfattah abdelhamid abdelkader abdelmalek
  abderrahmane abdou abdul abdulaziz abdullah abdulrahman abhijit abhishek abigail abu achim ada adam adel
  adele adesina adewale aditi aditya adnan adrian adriana afif afonso agnes agnieszka agostinho agustin aharon
  ahlam ahmad ahmed ahmet aidan aiden aiko aisha aitor ajay ajit akbar akhilesh akihito akinwumi akio akira
  akiva akram akshay alaa alain alan alastair albert alberto aldo alec alejandra alejandro aleksandar
  aleksander aleksandr aleksandra alessandra alessandro alex alexander alexandra alexandre alexei alexey
  alexis alfonso alfred alfredo ali ali-akbar alice alicia alina alison alistair allan allen allison alois
  alok alon alondra alonso alphonse alvaro alvin alyssa amadi amadou amal amanda amar amara amartya amber
  ambroise ambrose amelia amelie amerigo amichai amihai amina aminata amir amira amirhossein amit amitabh
  amjad amnon amos amparo amr amrita amy ana anand ananya anastasia anat anatole anatoly anders andre andrea
  andreas andrei andrej andres andrew andrzej andy angela angelina angelino angelo angus anibal anicet anil
  anita anja anjali ankit ann anna annabel annalisa anne annegret anneka anneliese annette annika anouk
  anselmo anthea anthony antoine anton antonella antonia antonietta antonin antonino antonio antonis antwan
  anupam anurag anwar aparna araceli arash archana ardalan ardeshir ari ariadna arie arieh ariel arik arjun
  arkady armand armando arnaldo arnaud arne arnold arnon arron arsene artem arthur artur arturo arun aruna
  arundhati arvid arvind aryeh asahi asdrubal asger asghar asha ashanti ashish ashleigh ashley ashok ashraf
  ashton ashwini asif aslan asma assaf astrid atal atif atsushi audrey augusto augustus aurelie aurelio ava
  avital aviv avner avraham axel ayad ayelet ayesha aylin ayman aymeric ayo ayse ayumi azadeh aziz aziza
  azriel azzam babak babatunde babulal badr bahaa bahman bahram bakary baltasar baptiste barack barak barbara
  barnaby barney barry bart bartholomew bartosz baruch basem bashar basil basim bassam bastien beata beatrice
  beatrix beatriz becky bela belen belinda ben benazir benedetta benedict benedita beniamino benito benjamin
  benny benoit beppe berat bernadette bernard bernardo bernd bernie bert bertrand beth bethany bettina betty
  beverly bhagwan bhupinder bianca bijan bilal bill billy binyamin birgit birgitta bjarne bjorn blake blanca
  bo boaz bob bobby bodo bogdan boguslaw bohdan boleslaw bonnie boris borje boubacar boutros boyd brad bradley
  brandi brandon branislav brayden brenda brendan brent brett brian bridget brigitte britney brittany brock
  bronislaw bronwyn bruce bruno bryan bryce bulent burak burkhard bushra byron caetano caitlin caleb calixto
  callum calvin cameron camila camille camilo candice carina carl carl-henrik carla carlo carlos carlota
  carlton carmelo carmen carol carole carolina caroline carolyn carrie carson casey cassandra cassidy catalina
  caterina catherine cathy cecil cecilia cedric celeste celia celine celso cem cemal cemil cesar cesare chaim
  chandra chantal charlene charles charlie charlotte cheikh chen cherie cheryl chester chetan chiara
  chidambaram chidi chika chinua chiyo chloe chris christa christian christiane christina christine christoph
  christophe christopher christy chukwuma ciara cillian cindy cinzia claire clara clarence clark claude
  claudia claudio claus clayton clemence clement cleo cliff clifford clinton clive clotilde clyde cody colette
  colin colleen colm concepcion condoleezza connie connor conor conrad constance constantin consuelo cora
  corey corinne cormac cornelia cornelius corrado cory cosimo courtney craig crispin cristiano cristina
  cuauhtemoc curt curtis cynthia cyril cyrille cyrus czeslaw dafna daisuke daisy daithi dalia dalit damian
  damien damon dan dana daniel daniela daniele danielle danilo danny danuta daoud daphne daria dario darius
  dariush dariusz darlene darnell darragh darrell darren darryl daryl dave david davide davis davoud dean
  deandre deanna debbie deborah declan deepak deepika deirdre dejuan delfina delia della delphine demarcus
  demetrius denis denise deniz dennis denzel derek dermot deshawn desmond detlef devendra devin devlet dewayne
  dexter dharmendra diaa diana diane diarmuid dick didier diego dieter dietmar digby dilip dilma dimitri
  dimitris dina dinesh dion diosdado dirk divya djibril dmitri dmitry dmytro dolores domenico domingo dominic
  dominik dominique don donald donatella donna donovan dontrell dora dorian doris dorothy doug dougal douglas
  dov dragan duane duncan dusan dustin dvir dwayne dwight dylan eamon eamonn earl ebba eberhard ebony ebrahim
  ebru ecevit eckart eddie edeltraud edgar edgardo edith edmund edna edoardo edouard eduard eduarda eduardo
  edward edwin efe effie efraim efrain egil egon eiji eileen eilidh einar eitan ekaterina ekkehard elad elaine
  elazar eleanor elena eleni eleonora elham eli elias eliezer elif elijah elin elio elisa elisabeth elisabetta
  elise elisha eliyahu eliza elizabeth elke ella ellen ellie elliot elliott ellis elmer elodie eloy elsa elsie
  elton elvira elvis elyse elzbieta emanuel emeka emiko emile emilia emiliano emilie emilio emily emine emma
  emmanuel emmet emre enda ender enrico enrique enver enzo eoin ephraim erdem erez eric erica erick erik erin
  ermanno ernest ernesto ernst erol errol ersin erwin esmail espen esperanza esra essam esteban estela estelle
  esther esti ethan ethel etienne etsuko ettore euan eugene eugenia eugenio eulalia eusebio eva eva-lena evan
  evangelos evelyn everett evgeny ewa ewan eyal ezekiel ezra fabian fabiana fabien fabienne fabio fabiola
  fabrice fabrizio fadi fahad fahd fahrettin faisal faiz fanny fares farhad fariba farid faris farooq farouk
  farquhar farzad fatemeh fatih fatima fatma fatou fausto fawzi faye fayez federica federico felipe felix femi
  ferdinando fereydoun fergal fergus fermin fernand fernanda fernando fidel fikret filip filipa filippo filiz
  finlay finn fintan fiona fionn flavia flavio flora florence florencia florent florian floyd folake forrest
  fouad franca frances francesca francesco francine francis francisca francisco franck franco francois
  francois-xavier francoise frank frank-walter frankie franklin franz fraser frauke fred freda freddie
  frederic frederick frederik frederique fredrik frida friedhelm friedrich fritz frode fuat fumio funmi fyodor
  gabby gabriel gabriela gabriele gabrielle gael gaelle gaetano gail galina galit gareth garth gary gaston
  gaurav gautam gavin gayle gbenga geeta gemma gene genevieve gennady gennaro geoff geoffrey georg george
  georges georgi georgina georgios geraint gerald geraldo gerard gerardo gerd gerhard gerry gethin ghada
  ghasem ghassan ghislaine gholam giacomo giampaolo giancarlo gianfranco gianluca gianluigi gianmarco gianni
  gil gila gilad gilbert gilberto giles gili gilles gillian gilmar gina gino giora giorgia giorgio giorgos
  giovanna giovanni girish gisela gisele gitit giulia giuliano giulio giuseppe giuseppina gladys glen glenda
  glenn gloria glynis gokhan golda golnaz gonzalo goodluck gopal goran gordon goro govind grace graciela
  graeme graham grainne graziano greg gregor gregorio gregory greta gretchen grigory gro grzegorz guadalupe
  gudrun guglielmo guido guilherme guillaume guillermo gul gulsen gunilla gunnar gunter gunther gurmeet gus
  gustav gustave gustavo gwen gwyneth haakon habib habibollah hadar hadeel hadi hagai haidar haitham hajime
  hakan hala haley halil halima halina haluk halvor hamad hamdan hamdi hamid hamidreza hamish hamza hana
  hanako hanan hande hani hanin hank hanna hannah hannan hanne hannelore hans hans-dietrich hans-jochen
  hans-peter harald haris harish harold harpreet harriet harrison harry hartmut haruka haruki harun haruo
  harvey hasan hashemi hashim hassan hatem hatice hayao hayat hayley haytham hazel heath heather hector hege
  heidi heikki heiko heiner heinrich heinz helder helen helena helene helga helle helmut heloisa hema hemant
  henri henrik henrique henry herbert heriberto herman hermann hernan hernando herve hiba hicham hideki hideo
  hidetoshi hikaru hikmet hilary hilda hilde hillary hillel hippolyte hiroaki hiroki hiromi hiroshi hiroyuki
  hisashi hisham hoda holger holly homayoun honore hooman horace horacio horst hosni hossam hossein houda
  houshang howard hubert hubertus huda hugh hugo hugues hulusi humberto humphrey husam huseyin hussam hussein
  huw iain ian ibrahim ibtisam ichiro ida idan ido idris idrissa ifeoma ignacio ignatius ignazio igor ihab
  ikram ilan ilana ilaria ilham ilker ilse ilya imad iman imogen imran ina inacio inbal indira indra ines inga
  inge inger ingo ingrid inmaculada ioannis ira iracema iraj irene irina iris irma irmgard irving isaac isabel
  isabella isabelle isadora isaiah isao ishaq isidro iskander isla ismael ismail ismet issa itai itay itzhak
  ivan ivana ivanka ivar ivo iwona iyad izzat izzy jabari jaber jabir jacek jacinta jacinto jack jackie jaclyn
  jacob jacopo jacqueline jacquelyn jacques jada jade jaden jadwiga jagdish jahangir jaime jairam jake jakob
  jakub jalal jalen jalil jamaal jamal jamar jamarcus james jameson jamie jamil jamila jan jana janaki jandira
  jane janet janez janice janine janusz jaquan jared jarl jaroslaw jarrod jasmine jason jasper jaswant javad
  javier javon jawad jawaharlal jay jaya jayalalithaa jayanti jayne jean jean-baptiste jean-bertrand
  jean-claude jean-francois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul
  jean-pierre jean-yves jeanette jeanne jeannie jed jeff jeffery jeffrey jelena jemima jen jenna jennie
  jennifer jenny jens jeremy jerome jeronimo jerrell jerry jerzy jesper jess jesse jessica jessie jethro jill
  jillian jim jimmy jin jing jinping jiri jiro jitendra jo joachim joan joana joanna joanne joao joaquim
  joaquin jocelyn jochen jody joe joel joelle joerg joey johan johann johanna johannes john johnnie johnny
  jolanda jolanta jomo jon jonas jonathan jonathon joni jordan jordi jorg jorge jorgen joschka jose
  jose-manuel josef josefa josefina joselyn joseph josephine josette josh joshua josiah joyce jozef juan juana
  juanita judah judd judith judy jules julia julian juliana julianne julie julien juliet juliette julio julius
  jun junichiro junko jurgen jussi justin justine justo justyna jutta jyoti kaan kadir kagiso kai kailash
  kaitlyn kaito kalpana kamal kamala kamil kamran kaori kapil kara karan kareem karel karen kari karim karin
  karina karl karl-heinz karl-theodor karla karolina karsten karuna kasper katarina katarzyna kate katharina
  katharine katherine kathleen kathryn kathy katia katie katja katri katrin katrina katsuya katya kaveh kavita
  kay kayla kazem kazuhiro kazuki kazuo kei keiko keir keira keiran keisha keisuke keita keith kelley kelly
  kelsey kelvin kemal ken kenan kendra kendrick kenichi kenji kenneth kenny kent kenta kenzo kerem keren kerry
  keshia kevin keyvan khadija khairy khaled khalid khalifa khalil kiara kiera kieran kim kimberly kiran kirill
  kirk kirsten kirsty kirti kiyoshi kjell klaus kliment knut kofi koichi koji konrad konstantin konstantinos
  kris krishna krista kristen kristian kristin kristina kristine kristof kristoffer krystal krzysztof ksenia
  kuldeep kumar kumiko kurt kwame kwasi kyle kylie kyoko kyra kyriakos lachlan laetitia laila lakisha lakshmi
  laleh lalit lalu lamar lamine lamont lana landon lara larissa larry lars lasse laszlo latanya latasha latha
  latifa latisha latonya latoya laura lauren laurence laurent laurie lavar lavinia lawrence layla lea leah
  leandro leanne lebron lee leif leigh leila leland lello lena lennart lenny leo leon leona leonard leonardo
  leonel leonid leonie leonor leopold leopoldo lerato leroy leshawn leslie lester leszek leticia letizia
  levent levi lewis li liam liana licia lidia liesl lila lilian liliana lillian lily lina linda lindalva
  lindsay lindsey linus lionel lior liora liron lisa livia liz liza lizzie lloyd loai lois lola lorcan lorena
  lorenzo loretta lori lorna lorraine lothar lou louis louisa louise lourdes lowell luay lubna luc luca lucas
  lucia lucian luciana luciano lucie lucien lucille lucinda lucrezia lucy ludmila ludovic ludwig luigi luis
  luisa luiz luiza lukas lukasz luke lupe luther lutz lydia lyle lyn lynda lyndon lynn lynne lyudmila maayan
  mabel macarena maciej mackenzie maddalena maddie madeleine madeline madhav madhuri mads magda magdalena
  maggie magnus mahdi mahendra maher mahesh mahir mahmood mahmoud mahmud mahnaz mahsa mahvash mai maia mairead
  maj maja majed majid makoto maksim mala malachy malak malala malcolm malek malia malik malka mallory mamadou
  mamata mamoru manal mandy manfred manish manmohan manoel manohar manoj manon manouchehr mansour manuel
  manuela mara marc marcel marcela marcello marcelo marcia marcin marcio marco marcos marcus marek margaret
  margarete margarita margot margrethe marguerite maria mariam mariama marian mariana marianne mariano
  mariastella maribel maricel maricela marie marie-claude marie-france mariela mariko marilyn marina mario
  marion marisa marisol marissa marius mariusz marjorie mark marko markus marla marlene marlon marsha marshall
  marshawn marta martha martin martina martine martinez marty marvin marwan mary maryam masahiro masaki masako
  masao masaru masashi masato masayoshi masha masih mason masoumeh massimiliano massimo massoud masud matan
  mateo mateusz mathias mathieu mathilde matias matilda matilde mats matt matteo matthew matthias matthieu
  matti maureen maurice mauricio maurizio mauro maverick max maxim maxime maximilian maximo maxine maxwell
  maya mayawati mayra maysa mazen medha meenakshi meera megan meghan mehdi mehmet mehran mehrdad mei meinhard
  meir meirav mel melanie melih melinda melissa melvin menachem meral merav mercedes meredith merle mert
  mervat merve meryl mesut metin mette mevlut mhairi mia micaela micah michael michaela michail michal micheal
  michel michela michelangelo michele micheline michelle michiko mick micky midori miguel mihai mika mikael
  mike mikhail mikko mila milagros milan mildred milena milica milind milo milos milton mimi mina mindy minh
  minoru mir-hossein mira miranda mireia mireille mirek mirella miriam miroslav misha mitch mitchell mitsuko
  mitt miyuki mo moataz modesto moe mohamad mohamed mohammad mohammad-javad mohammed mohan mohandas mohsen
  moira moise moises mojtaba mollie molly mona monica monika monique monte moqtada morag mordechai morgan
  morris morten morteza mortimer morwenna moses moshe motti mouna mounir mourad mousa moussa mpho muammar
  muath muhammad muhammadu muhannad muharrem muhoozi mukesh mukhtar mukul munir muqtada murad murali murat
  muriel murilo murray musa musab mustafa mustapha mutassim myfanwy mykola myles myra myriam myrna myron nabih
  nabil naci nadav nader nadezhda nadia nadim nadine naguib nahid nahla naim najat naji najib najla najwa
  nalini nancy nandini naoki naoko naomi naoto narayana narendra naresh naseer nasir nasrin nasser natalia
  natalie natalya natan natasha nate nathalie nathan nathaniel natividad naveen navid nawal nawaz nayef nayib
  nazanin nazir nazli necmettin ned neeraj neha neil nelida nell nellie nello nelson nestor neta netta neve
  neymar ngozi nia niall niamh nicanor nichelle nicholas nichole nick nicky nico nicola nicolai nicolas nicole
  nidal nieves nigel nihad nihat nikita nikki niklas niko nikola nikolai nikolaos nikolas nikolay nikos
  niloufar nils nilson nina nino nir nira niraj nirmala nisha nitin nitish nitzan nizar nkechi nkosazana noa
  noah noam noboru nobuo nobuyuki noel noelle noemie noha nolan nomvula noor nora norah norbert noreen noriko
  norma norman norris nour noura nouri nuala numan nuno nunzia nurcan nuri nuria nurit obinna octavia octavio
  oded odell odette odile ofelia ofer ofir ohad oisin oksana ola olaf olav ole oleg oleksandr oleksii oleksiy
  olena olga oliver olivia olivier olof olu olusegun oluwaseun omar omer omprakash omran omri ondrej oonagh
  ophelia oprah orazio oren oriana orit orla orly orna ornella orson osama osamu oscar oskar osman osmar osnat
  osvaldo oswald ottavio otto ousmane ove owain owen ozan ozgur ozlem ozzy pablo paddy padraig paige pallavi
  palle palmiro paloma pam pamela pankaj paola paolo parisa parker parvati parviz pascal pascale pascual
  pasquale patrice patricia patricio patrick patrik patsy patti patty patxi paul paul-henri paula paulette
  paulina pauline paulo pavel pavlo pawel payam pedro pegah peggy pekka pelin pelle penelope pepe per-olof
  percy perla pernille perry pervez pete peter petr petra petro petros petter phelim phil philip philipp
  philippa philippe phillip phillipa phoebe phyllis pia pierferdinando pierluigi piero pierre pieter pietro
  pilar pina piotr piper pippa polly pooja porfirio poul prabhu pradeep prafulla prakash pramod pranab prasad
  prashant prateek pratibha praveen preeti prem preston primo priscilla priya priyanka puja purificacion qais
  qasim qassem quentin quincy quinn quinton qusay rabab rachael rachel rachid rachida radek radha radoslaw
  radovan radwan raed rafa rafael rafal raffaele raffaella rafi rafik rafiq raghad raghav raghu raghuram
  ragnar ragnhild raheem rahma rahul raila raimundo rainer raj raja rajab rajat rajendra rajesh rajiv rajnath
  rakesh ralf ralph ram ramadan ramazan ramesh ramez rami ramin ramiro ramon ramona ramzi ran rana randa
  randall randolph randy rania ranjan ranjit raoul raphael raquel rasha rashad rashaun rasheed rashid rashmi
  rasmus ratko raul ravi ravindra rawan ray raymond raz rebeca rebecca rebekah recep reem reese reggie regina
  reginald regis reid reiko reinaldo reiner reinhard reinhold rekha remedios remi remy rena renan renata
  renate renato renaud rene renee renu renzo reuben reuven reza rhea rhiannon rhoda rhodri rhona rhonda rhys
  riad ricardo riccardo richard richie rick ricky rida rigoberto rihanna riitta rika riley rishi rita ritu
  rivka riyad rob robbie robby robert roberta roberto robin robyn rocco rochelle rocio rod roderick rodger
  rodney rodolfo rodrigo rogelio roger rohan rohit roisin roland rolf romain roman romano romario romeo ron
  ronald ronaldo ronan ronen roni ronit ronnie roosevelt roque rory rosa rosalia rosalie rosalind rosangela
  rosanna rosario rose roselyne rosemary roshan rosie ross rossella rotem roula rowan roxana roxanne roy
  ruaridh ruba ruben rudiger rudolf rudolph rudy rufino rufus ruhollah rui rupert ruslan russell ruth ryan ryo
  ryoichi ryota ryszard ryuichi saad sabah sabiha sabina sabine sabri sabrina saburo sachiko sachin sadako
  saddam sadegh sadhana sadie sadiq saeb saeed saeid safa sagi sahar said saif sajid sakura salah salam saleh
  salem salim sally salma salman salvador salvatore salwa sam samah samantha sameer sameh samer sami samia
  samir samira sammy samora samson samuel samuele sana sandeep sandhya sandra sandrine sandro sangeeta sanjay
  sanjiv sanna santiago santos santosh saoirse sara sarah sarita sasha saskia satish satoru satoshi satya saul
  sauli saurabh saverio savita sawsan sayed scarlett scott sean sebastian sebastien sedat seema segolene
  segundo seiji sekou selahattin selena selim selin selma semyon sepideh serena serge sergei sergey sergio
  sergiusz serhiy serkan seth setsuko seumas seung severine severino sevgi seydou shabana shadi shahid shahin
  shahram shai shaima shalom shane shania shanice shaniqua shankar shannon shanti shaquille sharad sharif
  sharmila sharon shashi shaul shaun shauna shawn shefali sheila shelby sheldon shelley shelly sherif sherman
  sherri sherry sheryl shigeki shigeo shigeru shilpa shimon shinichi shinji shinya shinzo shira shireen shirin
  shirley shirli shiro shiva shizuka shlomo shmuel shmulik shobha shoichi shota shreya shridhar shuji shula
  shyam siamak sid sidney siegfried sigmar sigmund sigrid sigurd silas silke silvana silvia silvio simon
  simona simone sinan sinead siobhan sipho siri sita sitaram siv sivan slavica slavko slobodan smadar smriti
  sneha socorro sofia sohail sohrab solange soledad solomon solveig sonia sonja sonny sonya sophia sophie
  soraya soren souleymane sourav spencer srinivas stacey stacy stan stanislav stanislaw stanley stefan
  stefania stefanie stefano steinar stelios stella sten stepan steph stephan stephane stephanie stephen steve
  steven stewart stig stuart sture suad subhash subramanian sudha sudhir sue sufyan suha suhail sujata sukhbir
  sulaiman suleiman suleyman sumiko sumit sumitra sundar sunil sunita suresh surya susan susana susanna
  susanne sushil sushma susie susumu suzanne suzy svante svein sven svenja svetlana svitlana swati sybil
  sylvain sylvester sylvia sylvie tabitha tadashi tadeusz tadhg tage tahani taher takako takao takashi takeo
  takeshi takumi tal talal talia talib tamar tamara tamika tamir tammy tamsin taner tania tanisha tansu tanvi
  tanya tara taraneh tarcisio tarek tareq tariq tarja taro tarun tasha tatiana tatsuya tatyana tawfik tawfiq
  taylor tayyip ted teddy tegan tendai teodoro terence teresa terrance terrell terrence terri terry tessa
  tetsuo tetsuya tevita thabo thad thaddeus thaer thandi thelma theo theodore theresa therese thiago thibault
  thierry thilo thomas thor thorsten tiago tianna tiffany tilda tim timo timothy tina tiziana tiziano tobias
  toby todd tom tomas tomasz tomer tomislav tommaso tommy tomoko tomomi toni tony tonya tor torbjorn torquil
  torsten toru toshihiro toshio toshiro tova tracey traci tracy travis trayvon tremaine trent trevor treyvon
  tricia trina trish tristan trond troy trudy truman tsuneo tsutomu tsvi tuncay tunde tuomas turgut tyler tyra
  tyree tyreek tyrell tyrone tyson tzvi uche uday uddhav udo ufuk ugo uhuru ulf ulises ulku ulla ulrich ulrika
  ulrike uma umar umberto umesh umit una unni upendra uri uriel urs ursula usha usman ute uwe uzi vaclav vadim
  vahid valentin valentina valentino valeria valerie valerio valery vandana vanessa varun vasco vasile vasilis
  vasily vasundhara vaughn veli venkaiah vera vern vernon veronica veronika veronique vicenta vicente vicki
  vicky victor victoria vidal vidya viggo vijay vikas vikram viktor viktoria ville vinay vince vincent
  vincenzo vinicius vinita vinod viola violette virat virgil virginia virginie vishal vitali vitaly vito
  vittoria vittorio vivek vivian viviana vivien vivienne vlad vladimir vladislav vlado vojislav volker
  volodymyr vyacheslav wadih wael wafa wahid wajid walaa waldemar waleed walid wally walt walter walther wanda
  wanderley wang wangari warren warwick wayne wei wen wendell wendy werner wesley whitney wieslaw wilbur
  wilfred wilfried wilhelm will willa willem willi william willie willis wilma wilson winfried winifred winnie
  winston wisam witold wojciech wole wolfgang woodrow wyatt wyclef xavier xi xiao xico ximena xin xiomara
  xzavier yaakov yadira yadollah yael yafit yahia yahya yakov yamini yan yana yanis yaniv yann yannick yannis
  yaron yaroslav yasar yashwant yasin yasir yasmin yasmine yasser yassin yasuhiro yasuko yasuo yasushi yavuz
  yaya yayoi yegor yehoshua yehuda yekaterina yelena yemi yevgeny yiannis yigal yildiz yilmaz yitzchak yitzhak
  yochanan yoel yogendra yogesh yoichi yoko yolanda yona yonatan yong yoni yoram yosef yoshi yoshiaki
  yoshihiko yoshiko yoshio yoshiro yosi yossi yosuke younes yousef youssef yoweri yukari yuki yukio yuko yuli
  yulia yumi yumiko yuri yuriko yuriy yury yusra yusuf yusuke yuta yutaka yuval yuvraj yves yvette yvon yvonne
  zac zach zachary zack zafer zahra zaid zain zainab zak zakaria zaki zanele zara zayn zbigniew zdenek zeca
  zehra zeinab zeke zelda zev zeynep zhang zia ziad zina zineb ziv ziyad zlatan zodwa zoe zoey zohreh zoltan
  zoran zoubir zsolt zuhair zulema zulfikar zvi`.split(/\s+/),
);
