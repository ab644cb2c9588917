/**
 * What LaTeX's commands for accents and characters stand for in Unicode.
 */

/** Combining characters of the accent commands. */
export const LATEX_ACCENTS: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  u: "\u0306",
  ".": "\u0307",
  '"': "\u0308",
  r: "\u030a",
  H: "\u030b",
  v: "\u030c",
  d: "\u0323",
  c: "\u0327",
  k: "\u0328",
  b: "\u0331",
};

const table = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]);

/** Commands that stand for a character. */
export const LATEX_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...table(`
    ss=ß o=ø O=Ø l=ł L=Ł ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å i=ı j=ȷ dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ ng=ŋ NG=Ŋ
    alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ
    mu=μ nu=ν xi=ξ pi=π rho=ρ varrho=ρ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω
    Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω textmu=µ
    times=× div=÷ pm=± mp=∓ cdot=· ast=∗ circ=° bullet=• le=≤ leq=≤ leqslant=≤ ge=≥ geq=≥ geqslant=≥ neq=≠ ne=≠
    approx=≈ sim=∼ simeq=≃ equiv=≡ propto=∝ infty=∞ to=→ rightarrow=→ leftarrow=← Rightarrow=⇒ leftrightarrow=↔ uparrow=↑
    downarrow=↓ in=∈ notin=∉ subset=⊂ subseteq=⊆ cup=∪ cap=∩ forall=∀ exists=∃ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫
    sqrt=√ ell=ℓ hbar=ħ ll=≪ gg=≫ otimes=⊗ oplus=⊕ perp=⊥ dagger=† ddagger=‡ star=⋆ prime=′ angle=∠ lbrace={ rbrace=}
    langle=⟨ rangle=⟩ mid=| vert=| lt=< gt=>
    textendash=– textemdash=— textquoteleft=‘ textquoteright=’ textquotedblleft=“ textquotedblright=” textquotedbl="
    textquotesingle=' quotedblbase=„ quotesinglbase=‚ guillemotleft=« guillemotright=» guillemetleft=« guillemetright=»
    flqq=« frqq=» glqq=„ grqq=“ lq=‘ rq=’ ldots=… dots=… textellipsis=… cdots=⋯ textbullet=• textperiodcentered=·
    textdegree=° degree=° textregistered=® texttrademark=™ textcopyright=© copyright=© S=§ textsection=§ P=¶ pounds=£
    textsterling=£ euro=€ texteuro=€ textyen=¥ textcent=¢ textless=< textgreater=> textbar=| textbackslash=\\
    textasciitilde=~ textasciicircum=^ textunderscore=_ textdollar=$ textpercent=% textordfeminine=ª textordmasculine=º
    textonehalf=½ textonequarter=¼ texttimes=× textpm=± textrightarrow=→ textgreek= hspace= newline=
    textthreequarters=¾ textonesuperior=¹ texttwosuperior=² textthreesuperior=³ textbraceleft={ textbraceright=}
    textasteriskcentered=* textasciigrave=\u0060 textasciiacute=´ textasciidieresis=¨ textasciimacron=¯ textasciicaron=ˇ
    textasciibreve=˘ guilsinglleft=‹ guilsinglright=› textexclamdown=¡ textquestiondown=¿ textinterrobang=‽
    textperthousand=‰ textpertenthousand=‱ textdiscount=⁒ textlogicalnot=¬ textlnot=¬ textbrokenbar=¦ textdiv=÷
    textparagraph=¶ textdagger=† textdaggerdbl=‡ dag=† ddag=‡ textnumero=№ textreferencemark=※ textestimated=℮
    textrecipe=℞ textservicemark=℠ textcircledP=℗ textohm=Ω textmho=℧ textcelsius=℃ textcurrency=¤ textflorin=ƒ textwon=₩
    textlira=₤ textbaht=฿ textnaira=₦ textpeso=₱ textdong=₫ textcolonmonetary=₡ textlangle=⟨ textrangle=⟩ textlbrackdbl=⟦
    textrbrackdbl=⟧ textlquill=⁅ textrquill=⁆ textopenbullet=◦ textbigcircle=○ textleftarrow=← textuparrow=↑
    textdownarrow=↓ textsurd=√ textmusicalnote=♪ textfractionsolidus=⁄ textminus=− textbardbl=‖ slash=/ TeX=TeX
    LaTeX=LaTeX textalpha=α textbeta=β textgamma=γ textdelta=δ textepsilon=ε textzeta=ζ texteta=η texttheta=θ textiota=ι
    textkappa=κ textlambda=λ textnu=ν textxi=ξ textpi=π textrho=ρ textsigma=σ texttau=τ textupsilon=υ textphi=φ textchi=χ
    textpsi=ψ textomega=ω textGamma=Γ textDelta=Δ textTheta=Θ textLambda=Λ textXi=Ξ textPi=Π textSigma=Σ textPhi=Φ
    textPsi=Ψ textOmega=Ω upmu=μ upalpha=α upbeta=β upgamma=γ updelta=δ uplambda=λ upkappa=κ
    leftrightarrows=⇄ rightleftharpoons=⇌ longrightarrow=⟶ longleftarrow=⟵ Leftarrow=⇐ Leftrightarrow=⇔ mapsto=↦ gets=←
    implies=⟹ iff=⟺ lesssim=≲ gtrsim=≳ lessapprox=⪅ gtrapprox=⪆ cong=≅ asymp=≍ doteq=≐ prec=≺ succ=≻ parallel=∥ neg=¬
    lnot=¬ land=∧ wedge=∧ lor=∨ vee=∨ setminus=∖ emptyset=∅ varnothing=∅ cap=∩ supset=⊃ supseteq=⊇ subsetneq=⊊ ni=∋
    odot=⊙ ominus=⊖ aleph=ℵ oint=∮ iint=∬ lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ Vert=‖ lVert=‖ rVert=‖ lvert=| rvert=|
    triangle=△ square=□ Box=□ Diamond=◇ diamond=⋄ checkmark=✓ therefore=∴ because=∵ vdots=⋮ ddots=⋱ top=⊤ bot=⊥
    models=⊨ vdash=⊢ hslash=ℏ imath=ı jmath=ȷ varkappa=ϰ varpi=ϖ varrho=ϱ`),
  ["backslash", "\\"],
  ["textvisiblespace", " "],
  ["quad", " "],
  ["qquad", " "],
  ["space", " "],
  ["par", " "],
]);

/** Commands of operators, which are written as they are named. */
export const LATEX_WORDS: ReadonlySet<string> = new Set(
  "arg cos cosh cot det dim exp gcd inf ker lim liminf limsup ln log max min mod Pr sin sinh sup tan tanh".split(" "),
);
