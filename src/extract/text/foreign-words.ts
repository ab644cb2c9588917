/**
 * Closed-class words of other languages in Latin script, and what tells such words from English ones. Lower case.
 *
 * Words that English texts have, too ("die", "met", "par", "per", "um" for micrometres), are left out.
 */

const LISTS = {
  portuguese:
    "uma dos das da na nos nas ao aos à às pela pelo pelos pelas que com não foi foram são mais entre sua seu suas seus esse essa este esta até há sem sob já também sendo quando onde pode podem sobre ou é os desde muito cada apenas ainda porque tinham tinha",
  galician: "unha dunha dos das nas polo pola coa máis tamén",
  spanish:
    "el los las del una unos unas por para con que se su sus este esta estos estas fue fueron entre sobre desde hasta cuando muy también más pero como donde cada ha es son y sin según así está están les lo otra otros tras ante nos ni mediante",
  catalan: "els amb dels una aquest aquesta aquests és són entre també més als pels però que les i ho seva",
  french:
    "le la les une des du aux dans est sont pour sur avec qui que dont leur leurs cette ces nous vous elle ils ses sans entre mais chez être été ont ainsi peut deux cet afin selon comme donc très même aussi lors au il lui ne pas et ou un plusieurs où depuis peu autant celle celui ceux",
  italian:
    "il lo gli della delle dello degli dei del di dal dalla dai dagli nel nella nelle nei negli sul sulla sulle sui con che è sono sia una un uno questo questa questi queste più anche come tra fra essere stato stata stati alla alle agli allo ed ne loro suo sua dopo ogni molto cui hanno ha viene sono mediante si",
  romanian:
    "și în este sunt din cu pe pentru care prin dintre între mai sau lor lui fost fi nu ale acest această aceste asupra către după despre precum fiind atunci ei unui unei cei cele o iar dar își într",
  german:
    "der das dass dem des und ist sind nicht ein eine einer eines einem einen auf aus bei mit von vom zur zum durch für über nach werden wird wurde wurden sich oder auch diese dieser dieses diesem zwischen haben kann können mehr im den nur wie ihre ihrer sowie wir aber noch beim als bis bereits sehr wenn ihren seine seiner zu hat unter dabei",
  dutch:
    "het een en van voor zijn wordt werd worden dat niet ook maar bij naar uit tot deze dit als aan om te er ze wij hun meer heeft hebben kan kunnen nog wel wanneer zich tussen waarin tegen de daarbij zoals omdat onder veel hoe zij op",
  afrikaans: "nie wat vir hierdie deur",
  swedish:
    "och att det som på är för av med från ett vid har inte kan den de eller vara hos dessa denna detta efter mellan mot blir när även samt vi hur sig sina de än genom mycket kunna",
  danish:
    "og af er på til som det den de en et med ikke fra har kan blev bliver være også eller efter mellem hvor hvordan når denne dette disse ved hos vi sig deres så mere både nogle hvad mens",
  norwegian: "og av på til som det den med ikke fra mellom etter ble blir hvor også være eller når",
  icelandic: "og að er til sem við það eru ekki með fyrir um var",
  polish:
    "nie się że jest są oraz dla przez przy pod nad na ze po jako które który która których był była było były tym tej tego ich lub między podczas także jak jego jej może oraz został została zostały we",
  czech:
    "je jsou byl byla bylo byly které který která při od na se ve ze po pod nad mezi jako nebo také tento tato jeho jejich aby však podle jsme bude není nejsou protože ji dost k u s v",
  slovak: "sa je ktoré ktorý ktorá alebo medzi sú ako boli bol bola pri pre vo na po",
  croatian: "je su koji koja koje se na za od iz kao ili nije biti ovaj ova između prema što kako bio bila pri u i",
  slovenian: "je se na za iz kot ali ni ter tudi lahko med pri smo bil bila so ki",
  hungarian:
    "az és hogy nem egy volt vagy mint meg ezt ez ezek csak már még lehet között által szerint után alapján során amely melyek amelyek de ha ki le van nincs több minden azonban továbbá",
  finnish:
    "ja ei että oli ovat olla kun mutta sekä tai joka jotka sen sitä niiden tämä tässä myös kuin mukaan välillä jälkeen voidaan heillä ole ollut näiden ne sekä itse ovat",
  estonian: "ja ning kui oli või selle ka ei mis kes nende olid ning on",
  turkish:
    "ve bir bu ile için olarak olan çok daha gibi göre ancak veya sonra üzerine üzerinde arasında tarafından kadar ise değil vardır olduğu en da de ne hem sonrası yok olup",
  indonesian:
    "yang dan di dari untuk dengan pada ini itu adalah dalam ke oleh tidak akan telah dapat atau secara terhadap antara karena juga serta sebagai lebih ketika mereka sebuah tetapi setelah sebagian besar selama para menggunakan bahwa hasil penelitian",
  lithuanian: "ir yra kad kaip buvo arba tarp dėl iš apie bei su",
  latvian: "ir kas tika vai arī pēc kā kuru starp lai",
  vietnamese: "và của các là được trong cho với này một những không có đến từ",
  swahili: "ya wa na kwa katika ni kuwa hii",
};

/** Words of formulas, Latin phrases and units among them. */
const ENGLISH_TOO = new Set(
  "a i o e y k u s v on so do no in me to per was is he we over of at am an as for all most more her by be it if or via men under mens var large than have has met door par pro also plus".split(
    " ",
  ),
);

export const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  Object.values(LISTS)
    .flatMap((list) => list.split(" "))
    .filter((word) => !ENGLISH_TOO.has(word)),
);

/** English closed-class words that are words of other languages as well. */
export const SHARED_WORDS: ReadonlySet<string> = ENGLISH_TOO;

/** Particles in front of names: "van der Waals", "de Finetti". */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  "van der den von de la le du di da del della dos das el al ten ter zu".split(" "),
);
