//! The pages of the codes: what each means, a schema that is wrong in this way, and one that is right.
//!
//! They lie in `docs/errors`, are read there, and come with the compiler so that `stillwire explain` has them. A block
//! marked `still` is a file: the first below `## Wrong` and below `## Right` is the schema that is checked, and one
//! with a path behind that word, as in `still b/v1/money.still`, lies beside it at that path, for it to import. The page of
//! a change has two versions instead, `## Before` and `## After`.

use crate::codes::Code;

macro_rules! pages {
    ($($number:literal)*) => {
        const PAGES: &[(&str, &str)] = &[
            $((concat!("S", $number), include_str!(concat!("../../docs/errors/S", $number, ".md"))),)*
        ];
    };
}

pages! {
    "0101" "0102" "0103" "0104" "0105" "0106" "0107" "0108" "0109" "0111" "0112" "0113" "0114" "0201" "0202"
    "0210" "0214" "0215" "0216" "0301" "0302" "0303" "0304" "0305" "0306" "0307" "0308" "0309" "0310"
    "0311" "0401" "0402" "0403" "0404" "0405" "0406" "0407" "0408" "0409" "0410" "0411" "0412"
    "0413" "0414" "0415" "0416" "0417" "0418" "0419" "0420" "0421" "0422" "0423" "0424" "0425"
    "0426" "0427" "0428" "0429" "0430" "0431" "0432" "0433" "0434" "0435" "0436" "0437" "0438"
    "0439" "0440" "0441" "0442" "0443" "0444" "0445" "0446" "0447" "0448" "0449" "0450" "0451"
    "0452" "0453" "0454" "0455" "0456" "0457" "0458" "0459" "0460" "0461" "0462" "0463" "0464"
    "0465" "0466" "0467" "0468" "0469" "0470" "0471" "0472" "0473" "0474" "0501" "0502" "0503" "0504" "0505" "0506" "0507" "0508"
    "0509" "0510" "0511" "0512" "0513" "0514" "0515" "0516" "0517" "0518" "0519" "0520" "0521"
    "0522" "0523" "0530" "0531" "0532" "0601" "0602" "0603" "0604" "0701" "0702" "0703" "0704"
    "0801" "0802" "0803" "0805" "0810" "0811" "0812" "0813" "0814" "0815"
    "1001" "1002" "1003" "1004" "1005" "1006" "1007" "1008" "1009" "1010" "1011"
    "1012" "1013" "1014" "1015" "1016" "1017" "1018" "1019" "1020" "1021" "1022"
    "1023" "1024"
}

impl Code {
    /// Its page, in Markdown.
    #[must_use]
    pub fn page(self) -> &'static str {
        let found = PAGES.binary_search_by_key(&self.as_str(), |(code, _)| code);
        // Every code has one: a test sees to that.
        found.map_or("", |at| PAGES[at].1)
    }

    /// The code that is written so, in upper or lower case, with or without its `S`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.strip_prefix(['S', 's']).unwrap_or(text);
        let mut all = Self::ALL.iter();
        all.find(|code| &code.as_str()[1..] == number).copied()
    }
}
