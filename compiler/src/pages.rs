//! The pages of the codes: what each means, a schema that is wrong in this way, and one that is right.
//!
//! They lie in `docs/errors`, are read there, and come with the compiler so that `stillwire explain` has them. A block
//! marked `still` is a file: the first below `## Wrong` and below `## Right` is the schema that is checked, and one
//! with a path behind that word, as in `still b/v1/money.still`, lies beside it at that path, for it to import.

use crate::codes::Code;

macro_rules! pages {
    ($($number:literal)*) => {
        const PAGES: &[(&str, &str)] = &[
            $((concat!("S", $number), include_str!(concat!("../../docs/errors/S", $number, ".md"))),)*
        ];
    };
}

pages! {
    "0101" "0102" "0103" "0104" "0105" "0106" "0107" "0109" "0111" "0112" "0113" "0201" "0202"
    "0210" "0214" "0215" "0301" "0302" "0303" "0304" "0305" "0306" "0307" "0308" "0309" "0310"
    "0311" "0501" "0502" "0503" "0504" "0505" "0506" "0507" "0508" "0509" "0510" "0511" "0512"
    "0513" "0514" "0515" "0516" "0517" "0518" "0519" "0520" "0521" "0522" "0523" "0601" "0602"
    "0603" "0604" "0701" "0702" "0703" "0704" "0901" "0903" "0904" "0907" "1001" "1002" "1003"
    "1004" "1005" "1006" "1007" "1008" "1009" "1010" "1011" "1012" "1013" "1014" "1015" "1016"
    "1017"
}

impl Code {
    /// Its page, in Markdown. `None` for the changes between two versions of a schema, which one schema cannot show.
    #[must_use]
    pub fn page(self) -> Option<&'static str> {
        let found = PAGES.binary_search_by_key(&self.as_str(), |(code, _)| code);
        found.ok().map(|at| PAGES[at].1)
    }

    /// The code that is written so, in upper or lower case, with or without its `S`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.strip_prefix(['S', 's']).unwrap_or(text);
        let mut all = Self::ALL.iter();
        all.find(|code| &code.as_str()[1..] == number).copied()
    }
}
