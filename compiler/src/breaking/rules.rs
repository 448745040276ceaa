//! The table of rules. What a code means stands with the codes; here is what the change does.
//!
//! Verdicts on the native and the protobuf form are proven by `tests/evolution`, change by change; those on JSON follow
//! from protobuf's rules for JSON.

use super::rule::{Level, Rule, Verdict};
use crate::codes::Code;

impl Rule {
    /// Every rule, by code.
    pub const ALL: &'static [&'static Self] = ALL;

    /// The rule of a code, if it is one of a change.
    #[must_use]
    pub fn of(code: Code) -> Option<&'static Self> {
        Self::ALL.iter().copied().find(|rule| rule.code == code)
    }
}

const fn ok() -> Verdict {
    but("")
}

/// Ok, with a remark.
const fn but(why: &'static str) -> Verdict {
    Verdict {
        level: Level::Ok,
        why,
    }
}

const fn minor(why: &'static str) -> Verdict {
    Verdict {
        level: Level::Minor,
        why,
    }
}

const fn behaviour(why: &'static str) -> Verdict {
    Verdict {
        level: Level::Behaviour,
        why,
    }
}

const fn breaks(why: &'static str) -> Verdict {
    Verdict {
        level: Level::Breaks,
        why,
    }
}

macro_rules! rules {
    ($($rule:ident = $code:ident $name:literal: $native:expr, $proto:expr, $json:expr, $source:expr;)*) => {
        $(pub(super) static $rule: Rule = Rule {
            code: Code::$code,
            name: $name,
            verdicts: [$native, $proto, $json, $source],
        };)*

        pub(super) const ALL: &[&Rule] = &[$(&$rule),*];
    };
}

const MISREAD: &str = "bytes of one version are refused, or read as something else, by the other";
const CODE: &str = "code that uses it does not compile";
const TYPE: &str = "code has another type";
const LITERALS: &str = "literals that name every field need it";
const MATCHES: &str = "a `match` that names everything needs it";
const ROUTE: &str = "calls by the old path find nothing";

rules! {
    REQUIRED_ADDED = RequiredAdded "required-added":
        breaks("old bytes do not have it and are refused"),
        breaks("old messages do not have it and are refused"),
        breaks("old documents do not have it and are refused"),
        breaks(LITERALS);
    FIELD_REMOVED = FieldRemoved "field-removed":
        breaks("its place is free: what follows moves into it, or what is added next is read from what it left"),
        breaks("its number is free: what is added next is read from what it left"),
        breaks("its key is gone, or comes back as something else"),
        breaks(CODE);
    ORDINAL_CHANGED = OrdinalChanged "ordinal-changed":
        breaks("it lies elsewhere: bytes are refused, or read as other fields"),
        breaks("it has another number: what was written under the old one is read as another field, or dropped"),
        but("keys are names"),
        ok();
    ORDINAL_REUSED = OrdinalReused "ordinal-reused":
        breaks(MISREAD),
        breaks(MISREAD),
        breaks("the old key is gone"),
        breaks(CODE);
    TOMBSTONE_TYPE = TombstoneType "tombstone-type":
        breaks("a place of another size moves all that follows"),
        but("only the number is kept"),
        ok(),
        ok();
    TOMBSTONE_REMOVED = TombstoneRemoved "tombstone-removed":
        breaks("what is added next is read from what old writers left there"),
        breaks("what is added next is read from what old writers left there"),
        ok(),
        ok();
    TOMBSTONE_REUSED = TombstoneReused "tombstone-reused":
        breaks("what old writers left there is read as this"),
        breaks("what old writers left there is read as this"),
        behaviour("a document that still has the old key may be read"),
        minor(LITERALS);
    RENAMED = Renamed "renamed":
        ok(),
        ok(),
        breaks("keys and values of JSON are names"),
        breaks(CODE);
    FIELD_RESERVED = FieldReserved "field-reserved":
        but("new readers pass over what is there, old ones take the default"),
        but("new readers pass over what is there, old ones take the default"),
        breaks("who looks for the key finds nothing"),
        breaks(CODE);
    INT_WIDENED = IntWidened "int-widened":
        breaks("a number of another width moves all that follows"),
        behaviour("old readers refuse numbers that do not fit theirs"),
        behaviour("old readers refuse numbers that do not fit theirs"),
        breaks(TYPE);
    INT_NARROWED = IntNarrowed "int-narrowed":
        breaks("a number of another width moves all that follows"),
        behaviour("new readers refuse numbers that do not fit theirs"),
        behaviour("new readers refuse numbers that do not fit theirs"),
        breaks(TYPE);
    INT_64 = IntTo64 "int-64":
        breaks("a number of another width moves all that follows"),
        behaviour("the narrower version refuses numbers that do not fit it"),
        breaks("JSON has 64-bit numbers as strings"),
        breaks(TYPE);
    INT_SIGN = IntSign "int-sign":
        breaks("the upper half of the numbers is read as others"),
        breaks("signed numbers are zigzag: they are read as others"),
        breaks("negative numbers are refused on one side"),
        breaks(TYPE);
    FLOAT_WIDTH = FloatWidth "float-width":
        breaks("a number of another width moves all that follows"),
        breaks("`float` and `double` are of different wire types"),
        behaviour("precision is lost"),
        breaks(TYPE);
    TEXT_BYTES = TextBytes "text-bytes":
        breaks("bytes that are no UTF-8 are refused"),
        breaks("bytes that are no UTF-8 are refused"),
        breaks("bytes are base64 in JSON"),
        breaks(TYPE);
    DECIMAL_SCALE = DecimalScaleChanged "decimal-scale":
        breaks("every number is read as another by powers of ten"),
        behaviour("decimals are text: what has more places than the reader is refused"),
        behaviour("decimals are text: what has more places than the reader is refused"),
        breaks(TYPE);
    OPTIONAL_CHANGED = OptionalChanged "optional-changed":
        breaks("the bit of presence moves all that follows"),
        behaviour("absent and zero are the same on one side only"),
        behaviour("absent and zero are the same on one side only"),
        breaks(TYPE);
    OPTIONAL_REPEATED = OptionalRepeated "optional-repeated":
        breaks("the bit of presence moves all that follows"),
        breaks("what repeats has a message around it where it is optional"),
        breaks("what repeats has an object around it where it is optional"),
        breaks(TYPE);
    REQUIRED_CHANGED = RequiredChanged "required-changed":
        breaks("where it is left out, the version that requires it refuses the message"),
        breaks("where it is left out, the version that requires it refuses the message"),
        breaks("where it is left out, the version that requires it refuses the document"),
        breaks(TYPE);
    LIST_CHANGED = ListChanged "list-changed":
        breaks(MISREAD),
        breaks("of several elements one is left, or none"),
        breaks("an array is no value"),
        breaks(TYPE);
    ARRAY_LENGTH = ArrayLengthChanged "array-length":
        breaks(MISREAD),
        breaks("another number of elements is refused"),
        breaks("another number of elements is refused"),
        breaks(TYPE);
    TYPE_CHANGED = TypeChanged "type-changed":
        breaks(MISREAD),
        breaks("wire types differ, or mean something else"),
        breaks("values are written in another way"),
        breaks(TYPE);
    DEFAULT_CHANGED = DefaultChanged "default-changed":
        breaks("what is absent means something else, and so do all values, which are kept relative to the default"),
        breaks("what is absent means something else"),
        breaks("what is absent means something else"),
        but("code starts from the new default");
    ABSENT_REFUSED = AbsentRefused "absent-refused":
        breaks("old bytes that do not set it are refused"),
        breaks("old messages that do not set it are refused"),
        breaks("old documents that do not set it are refused"),
        ok();
    WHERE_TIGHTENED = WhereTightened "where-tightened":
        behaviour("new readers refuse old values that do not meet it"),
        behaviour("new readers refuse old values that do not meet it"),
        behaviour("new readers refuse old values that do not meet it"),
        ok();
    WHERE_RELAXED = WhereRelaxed "where-relaxed":
        behaviour("old readers refuse the values that are now allowed"),
        behaviour("old readers refuse the values that are now allowed"),
        behaviour("old readers refuse the values that are now allowed"),
        ok();
    STRUCT_GROWN = StructGrown "struct-grown":
        breaks("a struct is packed without a header: its size is its type"),
        but("a field with the next number"),
        but("a new key"),
        breaks(LITERALS);
    STRUCT_CHANGED = StructChanged "struct-changed":
        breaks("a struct is packed without a header: each byte is read as what lies there now"),
        breaks("numbers of fields are their positions"),
        breaks("a key is gone, or old ones come back as something else"),
        breaks(CODE);
    STRUCT_MESSAGE = StructMessage "struct-message":
        breaks("one has a header, the other none"),
        breaks("a plain struct of zeros is not written, and a plain message is required"),
        breaks("a plain struct of zeros is not written, and a plain message is required"),
        breaks(CODE);
    KIND_CHANGED = KindChanged "kind-changed":
        breaks(MISREAD),
        breaks(MISREAD),
        breaks("values are written in another way"),
        breaks(CODE);
    ENUM_VALUE_REMOVED = EnumValueRemoved "enum-value-removed":
        breaks("its number is free: a value that is added next is read from it"),
        breaks("its number is free: a value that is added next is read from it"),
        breaks("new readers do not know the name"),
        breaks(CODE);
    ENUM_VALUE_RESERVED = EnumValueReserved "enum-value-reserved":
        but("new readers keep the number as unknown"),
        but("new readers keep the number as unknown"),
        breaks("new readers do not know the name"),
        breaks(CODE);
    ENUM_VALUE_RENUMBERED = EnumValueRenumbered "enum-value-renumbered":
        breaks("its old number means something else, or nothing"),
        breaks("its old number means something else, or nothing"),
        but("JSON has names"),
        ok();
    CLOSED_GROWN = ClosedGrown "closed-grown":
        breaks("old readers refuse what they do not know"),
        breaks("old readers refuse what they do not know"),
        breaks("old readers refuse what they do not know"),
        breaks(MATCHES);
    CLOSED_SHRUNK = ClosedShrunk "closed-shrunk":
        breaks("new readers refuse what they no longer know"),
        breaks("new readers refuse what they no longer know"),
        breaks("new readers refuse what they no longer know"),
        breaks(CODE);
    ENUM_REPR = EnumReprChanged "enum-repr":
        breaks("a number of another width moves all that follows, one of another sign is read as another"),
        but("every enum is an `int32`"),
        but("JSON has names"),
        breaks(TYPE);
    CLOSED_ADDED = ClosedAdded "closed-added":
        behaviour("new readers refuse what old writers passed on without knowing it"),
        behaviour("new readers refuse what old writers passed on without knowing it"),
        behaviour("new readers refuse what old writers passed on without knowing it"),
        breaks("there is no `Unknown` any more");
    CLOSED_DROPPED = ClosedDropped "closed-dropped":
        behaviour("old readers refuse what new writers pass on without knowing it"),
        behaviour("old readers refuse what new writers pass on without knowing it"),
        behaviour("old readers refuse what new writers pass on without knowing it"),
        breaks("there is an `Unknown` to match");
    VARIANT_RESERVED = VariantReserved "variant-reserved":
        but("new readers keep the variant as unknown"),
        behaviour("new readers drop it, and refuse a message that requires one"),
        breaks("who looks for the key finds nothing"),
        breaks(CODE);
    TYPE_REMOVED = TypeRemoved "type-removed":
        behaviour("nobody new reads what was written as it"),
        behaviour("nobody new reads what was written as it"),
        behaviour("nobody new reads what was written as it"),
        breaks(CODE);
    TYPE_RENAMED = TypeRenamed "type-renamed":
        ok(),
        but("only `Any` carries names"),
        ok(),
        breaks(CODE);
    PACKAGE_RENAMED = PackageRenamed "package-renamed":
        but("routes are told by themselves"),
        but("only `Any` carries names; routes are told by themselves"),
        ok(),
        breaks(CODE);
    ROUTE_REMOVED = RouteRemoved "route-removed":
        breaks(ROUTE),
        breaks(ROUTE),
        breaks(ROUTE),
        breaks(CODE);
    ROUTE_RENAMED = RouteRenamed "route-renamed":
        breaks(ROUTE),
        breaks(ROUTE),
        breaks(ROUTE),
        breaks(CODE);
    RPC_TYPE = RpcTypeChanged "rpc-type":
        breaks("each side sends what the other does not read"),
        breaks("each side sends what the other does not read"),
        breaks("each side sends what the other does not read"),
        breaks(TYPE);
    RPC_STREAMING = RpcStreaming "rpc-streaming":
        breaks("one side sends once, the other waits for a stream"),
        breaks("one side sends once, the other waits for a stream"),
        breaks("one side sends once, the other waits for a stream"),
        breaks(TYPE);
    RETRY_DROPPED = RetryDropped "retry-dropped":
        behaviour("old clients still repeat calls"),
        behaviour("old clients still repeat calls"),
        behaviour("old clients still repeat calls"),
        ok();
    TIMEOUT_CHANGED = TimeoutChanged "timeout-changed":
        behaviour("clients set another deadline"),
        behaviour("clients set another deadline"),
        behaviour("clients set another deadline"),
        ok();
    NAME_REMOVED = NameRemoved "name-removed":
        ok(),
        ok(),
        ok(),
        breaks(CODE);
    CONST_CHANGED = ConstChanged "const-changed":
        but("defaults and conditions that use it are told by themselves"),
        ok(),
        ok(),
        behaviour("code that uses it does something else");
    FIELD_ADDED = FieldAdded "field-added":
        but("old readers ignore it, new ones take its default"),
        but("old readers ignore it, new ones take its default"),
        but("for readers that ignore keys that they do not know"),
        minor(LITERALS);
    FIELD_RESTORED = FieldRestored "field-restored":
        but("the same as before"),
        but("the same as before"),
        but("the same as before"),
        minor(LITERALS);
    RESERVED_ADDED = ReservedAdded "reserved-added":
        ok(),
        ok(),
        ok(),
        ok();
    ENUM_VALUE_ADDED = EnumValueAdded "enum-value-added":
        but("old readers keep the number as unknown"),
        but("old readers keep the number as unknown"),
        behaviour("old readers do not know the name"),
        minor(MATCHES);
    VARIANT_ADDED = VariantAdded "variant-added":
        but("old readers keep the variant as unknown"),
        behaviour("old readers drop it, and refuse a message that requires one"),
        behaviour("old readers do not know the name"),
        minor(MATCHES);
    TYPE_ALIKE = TypeAlike "type-alike":
        but("their bytes are the same, as long as both change alike"),
        but("their bytes are the same, as long as both change alike"),
        but("as long as both change alike"),
        breaks(TYPE);
    DECLARATION_ADDED = DeclarationAdded "declaration-added":
        ok(),
        ok(),
        ok(),
        ok();
    ROUTE_ADDED = RouteAdded "route-added":
        but("old servers answer that it is unimplemented"),
        but("old servers answer that it is unimplemented"),
        but("old servers answer that it is unimplemented"),
        breaks("who implements the service has to add it");
    RETRY_PROMISED = RetryPromised "retry-promised":
        but("old servers have not promised it"),
        but("old servers have not promised it"),
        but("old servers have not promised it"),
        ok();
    FLAG_BITS = FlagBits "flag-bits":
        breaks("the old bits mean something else, or nothing"),
        breaks("the old bits mean something else, or nothing"),
        breaks("JSON has the bits as a number"),
        ok();
    FLAG_REMOVED = FlagRemoved "flag-removed":
        but("new readers keep the bits"),
        but("new readers keep the bits"),
        but("JSON has the bits as a number"),
        breaks(CODE);
    FLAG_ADDED = FlagAdded "flag-added":
        but("old readers keep the bits"),
        but("old readers keep the bits"),
        but("JSON has the bits as a number"),
        ok();
    CARRIED = Carried "carried":
        behaviour("bytes that are no such message are refused by the version that looks into them"),
        but("the same message"),
        but("the same object"),
        breaks(TYPE);
    CARRIED_ELEMENTS = CarriedElements "carried-elements":
        breaks("messages of a list are rows, those that are carried are not"),
        but("the same messages"),
        but("the same objects"),
        breaks(TYPE);
    ERROR_STATUS = ErrorStatus "error-status":
        behaviour("the error is the same, but who looks at the status sees another"),
        behaviour("the error is the same, but who looks at the status sees another"),
        behaviour("the error is the same, but who looks at the status sees another"),
        ok();
    THROWS_CHANGED = ThrowsChanged "throws-changed":
        behaviour("callers find no error that they know in the status"),
        behaviour("callers find no error that they know in the status"),
        behaviour("callers find no error that they know in the status"),
        breaks(TYPE);
    ERROR_RENAMED = ErrorRenamed "error-renamed":
        breaks("an error travels by its name: the other version sees a plain status"),
        breaks("an error travels by its name: the other version sees a plain status"),
        breaks("an error travels by its name: the other version sees a plain status"),
        breaks(CODE);
    ERROR_VARIANT_ADDED = ErrorVariantAdded "error-variant-added":
        but("old clients keep it as unknown, with its code and text"),
        but("old clients keep it as unknown, with its code and text"),
        behaviour("old readers do not know the name"),
        minor(MATCHES);
    ERROR_VARIANT_RESERVED = ErrorVariantReserved "error-variant-reserved":
        but("new clients keep it as unknown, with its code and text"),
        but("new clients keep it as unknown, with its code and text"),
        breaks("who looks for the key finds nothing"),
        breaks(CODE);
    ONEOF_MOVED = OneofMoved "oneof-moved":
        breaks(MISREAD),
        behaviour("of several members that one version writes, the other keeps the last"),
        behaviour("an object with several members is refused by the version where only one may be there"),
        breaks(TYPE);
    PROTO_TYPE = ProtoType "proto-type":
        ok(),
        breaks("the same bytes are another number, or no number at all"),
        ok(),
        ok();
    PROTO_NUMBER = ProtoNumberChanged "proto-number":
        ok(),
        breaks("what was written under the old number is dropped, or read as another field"),
        but("keys are names"),
        ok();
    PROTO_RENAMED = ProtoRenamed "proto-renamed":
        ok(),
        but("fields are numbers"),
        breaks("the old key or name is not known"),
        but("code that is generated from the `.proto` has other names");
    CODE_RENAMED = CodeRenamed "code-renamed":
        ok(),
        ok(),
        but("keys and names stay"),
        breaks(CODE);
}
