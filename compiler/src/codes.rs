//! All codes of diagnostics, each with its meaning in one line. Codes are stable: one that is
//! given up is never used again.
//!
//! | block | about |
//! |---|---|
//! | S01xx | text, tokens, syntax, how names are written |
//! | S02xx | ordinals and layout |
//! | S03xx | names: what they refer to, collisions with generated code, packages |
//! | S04xx | changes from one version of a schema to the next |
//! | S05xx | types and values |
//! | S06xx | attributes |
//! | S07xx | files |
//! | S08xx | what is made of `.proto` files |
//! | S10xx | lints: what is allowed and seldom wise |

use std::fmt;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The schema means nothing until this is mended.
    Error,
    /// The schema works, and is probably not what was meant.
    Warning,
}

macro_rules! codes {
    ($($name:ident $number:literal $severity:ident $meaning:literal)*) => {
        /// The code of a diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("S", stringify!($number), ": ", $meaning, ".")] $name,)*
        }

        impl Code {
            /// Every code, ascending.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As users see it: `S0210`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => concat!("S", $number)),* }
            }

            /// What it says, in one line.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning),* }
            }

            /// How bad it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }
        }
    };
}

codes! {
    InvalidCharacter "0101" Error "a character that no schema may contain, or not here"
    UnterminatedLiteral "0102" Error "a string that does not end on its line"
    InvalidLiteral "0103" Error "a number or an escape that is not well-formed"
    Syntax "0104" Error "something else was expected here"
    TooDeep "0105" Error "types or blocks are nested too deeply"
    NameCase "0106" Error "a name is not in the case of its kind"
    NameCollision "0107" Error "two names are the same once re-cased"
    ProtoName "0108" Error "a name in protobuf or JSON is taken or reserved"
    OverLimit "0109" Error "a limit on size or count is exceeded"
    StrayDoc "0111" Error "a doc comment or attribute that belongs to nothing"
    UnknownKeyword "0112" Error "a declaration begins with an unknown word"
    MisplacedClosed "0113" Error "`closed` stands before something that is always closed or never"
    MisplacedOneof "0114" Error "a `oneof` stands outside of a message"
    BadOrdinal "0201" Error "an ordinal is out of range"
    NoOrdinal "0202" Error "a field or variant has no ordinal"
    DuplicateOrdinal "0210" Error "an ordinal is used twice"
    MissingOrdinal "0214" Error "an ordinal is left out"
    TooLarge "0215" Error "a value of fixed size is larger than the layout allows"
    ProtoNumber "0216" Error "a protobuf field number is taken, reserved or out of range"
    UnknownPackage "0301" Error "an imported package cannot be found"
    UnknownType "0302" Error "a type cannot be found"
    UnknownImport "0303" Error "an imported package does not declare a name"
    DuplicateImport "0304" Error "an imported name is declared or imported already"
    NotAType "0305" Error "a name refers to something of another kind"
    UnknownConst "0306" Error "a constant cannot be found"
    UnknownValue "0307" Error "an enum or set of flags has no such member"
    TakenName "0308" Error "a name is needed by generated code"
    UnusedUse "0309" Warning "an import is not used"
    ImportCycle "0310" Error "packages import each other"
    ReferenceCycle "0311" Error "aliases or constants refer to themselves"
    RequiredAdded "0401" Error "a field is added that old data cannot do without"
    FieldRemoved "0402" Error "a field or variant is removed without a tombstone"
    OrdinalChanged "0403" Error "a field or variant has another ordinal"
    OrdinalReused "0404" Error "an ordinal is given to another field or variant"
    TombstoneType "0405" Error "a tombstone does not take the place that its field took"
    TombstoneRemoved "0406" Error "a tombstone, or a reserved number of an enum, is gone"
    TombstoneReused "0407" Error "the place of a tombstone, or a reserved number of an enum, is used again"
    Renamed "0408" Error "a field, variant or value of an enum is renamed"
    FieldReserved "0409" Error "a field becomes a tombstone"
    IntWidened "0410" Error "an integer is widened up to 32 bits"
    IntNarrowed "0411" Error "an integer of up to 32 bits is narrowed"
    IntTo64 "0412" Error "an integer grows to 64 bits, or shrinks from them"
    IntSign "0413" Error "an integer gains or loses its sign"
    FloatWidth "0414" Error "`f32` and `f64` change places"
    TextBytes "0415" Error "`string` and `bytes` change places"
    DecimalScaleChanged "0416" Error "a decimal has another scale"
    OptionalChanged "0417" Error "`?` is added to, or removed from, a value that is never absent without it"
    OptionalRepeated "0418" Error "`?` is added to, or removed from, a list, map or array"
    RequiredChanged "0419" Error "`?` is added to, or removed from, a message or union"
    ListChanged "0420" Error "a value becomes a list of such, or the other way round"
    ArrayLengthChanged "0421" Error "an array has another length, or becomes a list, or the other way round"
    TypeChanged "0422" Error "a field, variant or element has another type"
    DefaultChanged "0423" Error "a default is changed, added or removed"
    AbsentRefused "0424" Error "a condition refuses what it means to leave a field out"
    WhereTightened "0425" Warning "a condition refuses values that were allowed"
    WhereRelaxed "0426" Warning "a condition allows values that were refused"
    StructGrown "0427" Error "a struct has more fields"
    StructChanged "0428" Error "fields of a struct are removed, or change places"
    StructMessage "0429" Error "a struct becomes a message, or the other way round"
    KindChanged "0430" Error "a type becomes one of another kind"
    EnumValueRemoved "0431" Error "a value of an open enum is removed and its number is not reserved"
    EnumValueReserved "0432" Error "a value of an open enum is removed and its number is reserved"
    EnumValueRenumbered "0433" Error "a value of an enum has another number"
    ClosedGrown "0434" Error "a closed enum or union has more members"
    ClosedShrunk "0435" Error "a closed enum or union has fewer members"
    EnumReprChanged "0436" Error "an enum is represented by another integer"
    ClosedAdded "0437" Error "an open enum or union is closed"
    ClosedDropped "0438" Error "a closed enum or union is opened"
    VariantReserved "0439" Error "a variant of an open union becomes a tombstone"
    TypeRemoved "0440" Error "a type or package is gone"
    TypeRenamed "0441" Error "a type is renamed"
    PackageRenamed "0442" Error "a package is renamed"
    RouteRemoved "0443" Error "a service or rpc is gone"
    RouteRenamed "0444" Error "a service or rpc is renamed, or its package is"
    RpcTypeChanged "0445" Error "an rpc has another request or response"
    RpcStreaming "0446" Error "an rpc streams where it did not, or the other way round"
    RetryDropped "0447" Warning "an rpc is no longer `#[safe]` or `#[idempotent]`"
    TimeoutChanged "0448" Warning "an rpc has another `#[timeout]`"
    NameRemoved "0449" Error "a constant or alias is gone"
    ConstChanged "0450" Warning "a constant has another value"
    FieldAdded "0451" Warning "a field is added that old data can do without"
    FieldRestored "0452" Warning "a tombstone becomes the field that it was"
    ReservedAdded "0453" Warning "a tombstone or a reserved number is added"
    EnumValueAdded "0454" Warning "an open enum has another value"
    VariantAdded "0455" Warning "an open union has another variant"
    TypeAlike "0456" Error "a type is replaced by another one with the same layout"
    DeclarationAdded "0457" Warning "a type, constant or service is added"
    RouteAdded "0458" Error "an rpc is added to a service"
    RetryPromised "0459" Warning "an rpc becomes `#[safe]` or `#[idempotent]`"
    FlagBits "0460" Error "a flag has other bits"
    FlagRemoved "0461" Error "a flag is removed, or has another name"
    FlagAdded "0462" Warning "a flag is added"
    Carried "0463" Error "a message becomes `encoded<M>`, or the other way round"
    CarriedElements "0464" Error "elements of a list or map become `encoded<M>`, or the other way round"
    ErrorStatus "0465" Warning "a variant of an error has another status, or is `retryable` where it was not, or the other way round"
    ThrowsChanged "0466" Error "an rpc throws another error, or none where it did, or the other way round"
    ErrorRenamed "0467" Error "an error is renamed, or its package is"
    ErrorVariantAdded "0468" Warning "an error has another variant"
    ErrorVariantReserved "0469" Error "a variant of an error becomes a tombstone"
    OneofMoved "0470" Error "a field moves into a `oneof`, or a member out of one"
    ProtoType "0471" Error "an integer has another protobuf type"
    ProtoNumberChanged "0472" Error "a member has another protobuf field number"
    ProtoRenamed "0473" Error "a member or value has another name in protobuf and JSON alone"
    CodeRenamed "0474" Error "a member or value is renamed, but not in protobuf and JSON"
    RecursiveStruct "0501" Error "a struct contains itself"
    RequiredCycle "0502" Error "a message requires itself"
    NotFixedSize "0503" Error "a struct field or array element has no fixed size"
    MapKey "0504" Error "a map key is of a type that cannot be one"
    OptionalPlace "0505" Error "`?` stands where absence has no meaning"
    NoDefault "0506" Error "a field of this type cannot have a default"
    ValueType "0507" Error "a value is of the wrong type"
    ValueRange "0508" Error "a value is out of range"
    EnumNoZero "0509" Error "an enum has no value 0"
    EnumZeroFirst "0510" Warning "the value 0 is not the first of its enum"
    DuplicateNumber "0511" Error "two values of an enum, or two flags, have the same number"
    EnumRange "0512" Error "a number does not fit its enum"
    EnumRepr "0513" Error "an enum or set of flags cannot have this representation"
    ArrayLength "0514" Error "the length of an array is out of range"
    DecimalScale "0515" Error "the scale of a decimal is out of range"
    RpcType "0516" Error "a request or response is not a message"
    Empty "0517" Error "a struct, union, `oneof`, enum, error or set of flags has no members"
    ReservedNumber "0518" Error "a reserved number of an enum is used, or reserved twice"
    WhereType "0519" Error "a condition does not fit the type that it is for"
    WhereNever "0520" Error "no value meets the conditions"
    WhereDefault "0521" Error "a default does not meet the conditions of its field"
    EncodedType "0522" Error "`encoded` of something that is not a message"
    NewtypeOf "0523" Error "a type cannot be a newtype"
    ThrowsType "0530" Error "what a method throws is not an error"
    UnknownStatus "0531" Error "an error has a status that does not exist"
    StatusOk "0532" Error "an error has the status of success"
    UnknownAttribute "0601" Error "an attribute is unknown"
    MisplacedAttribute "0602" Error "an attribute does not belong here"
    AttributeArguments "0603" Error "an attribute has the wrong arguments"
    AttributeConflict "0604" Error "attributes repeat or contradict each other"
    Unreadable "0701" Error "a file cannot be read or written"
    NotUtf8 "0702" Error "a file is not UTF-8"
    PackagePath "0703" Error "a file lies in the directory of another package"
    Generation "0704" Error "code cannot be generated"
    ImportRead "0801" Error "a `.proto` file cannot be read"
    ImportPackage "0802" Error "a `.proto` file is of no package, or of one that no schema can be of"
    ImportGroup "0803" Error "a field is a group"
    ImportRefused "0805" Error "what a `.proto` file says, no schema can say"
    ImportOption "0810" Warning "an option is not kept"
    ImportExtension "0811" Warning "extensions are not kept"
    ImportPresence "0812" Warning "how absence is said is not kept"
    ImportEnum "0813" Warning "an enum means something else"
    ImportRange "0814" Warning "a time has a smaller range"
    ImportWellKnown "0815" Warning "a well-known type has another form in JSON"
    PackageDirectory "1001" Warning "a file does not lie in a directory of its package"
    ZeroNotNeutral "1002" Error "the value 0 of an open enum is not neutral"
    UnboundedInput "1003" Warning "a request has a part without an upper bound"
    MissingDocs "1004" Warning "a declaration has no documentation"
    OrdinalsNotAscending "1005" Warning "members do not stand in the order of their ordinals"
    RequestShared "1006" Warning "a message is the request or response of several methods"
    VersionSuffix "1007" Warning "the name of a package does not end in a version"
    StableUsesUnstable "1008" Warning "a stable package uses an unstable one"
    TimeAsInteger "1009" Warning "a time is a number"
    FloatForMoney "1010" Warning "an amount of money is a float"
    ListOfU8 "1011" Warning "bytes are a list of numbers"
    ProtoWrapper "1012" Warning "a list within a list or map needs a message of its own in protobuf"
    DeprecatedWithoutNote "1013" Warning "what is deprecated does not say what to use instead"
    LargeMessage "1014" Warning "a message has more than 4 KiB of fields of fixed size"
    Stutter "1015" Warning "a name repeats the name around it"
    TombstoneWithoutName "1016" Warning "a tombstone does not say what it was"
    SinceOrder "1017" Warning "a later ordinal is of an earlier version"
    SensitiveName "1018" Warning "what sounds secret is not marked as such"
    BoolTrap "1019" Warning "a type has three bools or more"
    ServiceSuffix "1020" Warning "the name of a service does not end in `Service`"
    ThrowsMissing "1021" Warning "a method that changes something throws nothing"
    WideVariant "1022" Warning "a variant makes every value of its union wide"
    DefaultNotZero "1023" Warning "a default is not what other languages see where nothing is set"
    UnusedAllow "1024" Warning "an `#[allow]` excuses nothing"
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ascend_and_are_unique() {
        assert!(Code::ALL.windows(2).all(|w| w[0].as_str() < w[1].as_str()));
    }
}
