//! Values for each rule. Of a rule that breaks, at least one shows how.

use crate::proof::{Proof, rule};
use stillwire::{Decimal, Unverified};
use stillwire_compiler::breaking::Level;
use stillwire_evolution::rules::after::test::rules::v1 as after;
use stillwire_evolution::rules::after::test::shifted::v1 as shifted;
use stillwire_evolution::rules::before::test::moved::v1 as moved;
use stillwire_evolution::rules::before::test::rules::v1 as before;
use stillwire_evolution::rules::first::test::rules::v1 as first;
use stillwire_evolution::rules::later::test::rules::v1 as later;

/// The type of a rule in a version: `it`, and a field behind it that a change of place would move.
macro_rules! it {
    ($version:ident $t:ident $it:expr) => {
        $version::$t { it: $it, count: 7 }
    };
}

pub(crate) fn proofs() -> Vec<Proof> {
    [places(), numbers(), presence(), shapes(), names(), sets()]
        .into_iter()
        .flatten()
        .collect()
}

/// Ordinals and tombstones.
fn places() -> Vec<Proof> {
    let name = || "name".to_owned();
    vec![
        rule("required-added")
            .lost::<_, after::RequiredAdded>(before::RequiredAdded { id: 1 })
            .one(
                after::RequiredAdded {
                    id: 1,
                    part: after::Part { name: name() },
                },
                before::RequiredAdded { id: 1 },
            ),
        rule("field-removed")
            .one(
                before::FieldRemoved {
                    id: 1,
                    name: name(),
                },
                after::FieldRemoved { id: 1 },
            )
            // The next field is not there, and must not be what the removed one left.
            .one(
                before::FieldRemoved {
                    id: 1,
                    name: name(),
                },
                later::FieldRemoved {
                    id: 1,
                    raw: Vec::new(),
                },
            ),
        rule("ordinal-changed").both(
            before::OrdinalChanged {
                a: 0x0002_0001,
                b: 3,
            },
            after::OrdinalChanged {
                a: 0x0002_0001,
                b: 3,
            },
        ),
        rule("ordinal-reused").one(
            before::OrdinalReused {
                id: 1,
                name: name(),
            },
            after::OrdinalReused {
                id: 1,
                raw: Vec::new(),
            },
        ),
        rule("tombstone-type").both(
            before::TombstoneType { id: 1, count: 2 },
            after::TombstoneType { id: 1, count: 2 },
        ),
        rule("tombstone-removed")
            .both(
                before::TombstoneRemoved { id: 1 },
                after::TombstoneRemoved { id: 1 },
            )
            .one(
                first::TombstoneRemoved {
                    id: 1,
                    name: name(),
                },
                later::TombstoneRemoved {
                    id: 1,
                    text: String::new(),
                },
            ),
        rule("tombstone-reused").one(
            first::TombstoneReused {
                id: 1,
                name: name(),
            },
            after::TombstoneReused {
                id: 1,
                text: String::new(),
            },
        ),
        rule("field-reserved")
            .one(
                before::FieldReserved {
                    id: 1,
                    name: name(),
                    size: 2,
                },
                after::FieldReserved { id: 1, size: 2 },
            )
            .one(
                after::FieldReserved { id: 1, size: 2 },
                before::FieldReserved {
                    id: 1,
                    name: String::new(),
                    size: 2,
                },
            ),
        rule("field-added")
            .one(
                before::FieldAdded { id: 1 },
                after::FieldAdded {
                    id: 1,
                    size: 0,
                    note: None,
                },
            )
            .one(
                after::FieldAdded {
                    id: 1,
                    size: 2,
                    note: Some(name()),
                },
                before::FieldAdded { id: 1 },
            ),
        rule("field-restored")
            .both(
                before::FieldRestored { id: 1 },
                after::FieldRestored {
                    id: 1,
                    name: String::new(),
                },
            )
            .both(
                first::FieldRestored {
                    id: 1,
                    name: name(),
                },
                after::FieldRestored {
                    id: 1,
                    name: name(),
                },
            ),
        rule("reserved-added").both(
            before::ReservedAdded { id: 1 },
            after::ReservedAdded { id: 1 },
        ),
    ]
}

/// Types of scalars, text and lists.
fn numbers() -> Vec<Proof> {
    vec![
        rule("int-widened")
            .both(it!(before IntWidened 5), it!(after IntWidened 5))
            .lost::<_, before::IntWidened>(it!(after IntWidened 70_000)),
        rule("int-narrowed")
            .both(it!(before IntNarrowed -5), it!(after IntNarrowed -5))
            .lost::<_, after::IntNarrowed>(it!(before IntNarrowed -129)),
        rule("int-64")
            .both(it!(before Int64 5), it!(after Int64 5))
            .lost::<_, before::Int64>(it!(after Int64 1 << 32)),
        rule("int-sign")
            .both(it!(before IntSign 5), it!(after IntSign 5))
            .lost::<_, after::IntSign>(it!(before IntSign u32::MAX)),
        rule("proto-type").both(it!(before ProtoType -5), it!(after ProtoType -5)),
        rule("float-width").both(it!(before FloatWidth 1.5), it!(after FloatWidth 1.5)),
        rule("text-bytes")
            .both(
                it!(before TextBytes "text".to_owned()),
                it!(after TextBytes b"text".to_vec()),
            )
            .lost::<_, before::TextBytes>(it!(after TextBytes vec![0xFF])),
        rule("decimal-scale")
            .both(
                it!(before DecimalScale Decimal(150)),
                it!(after DecimalScale Decimal(15_000)),
            )
            .lost::<_, before::DecimalScale>(it!(after DecimalScale Decimal(1))),
        rule("list-changed").lost::<_, before::ListChanged>(
            it!(after ListChanged vec!["a".to_owned(), "b".to_owned()]),
        ),
        rule("array-length")
            .lost::<_, after::ArrayLength>(it!(before ArrayLength *b"de"))
            .lost::<_, before::ArrayLength>(it!(after ArrayLength *b"deu")),
        rule("type-changed")
            .lost::<_, after::TypeChanged>(it!(before TypeChanged 5))
            .lost::<_, before::TypeChanged>(it!(after TypeChanged "five".to_owned())),
    ]
}

/// Presence, defaults and conditions.
fn presence() -> Vec<Proof> {
    let part = |name: &str| before::Part {
        name: name.to_owned(),
    };
    let same = |name: &str| after::Part {
        name: name.to_owned(),
    };
    let text = |text: &str| text.to_owned();
    vec![
        rule("optional-changed")
            .both(
                it!(before OptionalChanged 5),
                it!(after OptionalChanged Some(5)),
            )
            .one(
                it!(before OptionalChanged 0),
                it!(after OptionalChanged Some(0)),
            ),
        rule("optional-repeated").both(
            it!(before OptionalRepeated vec![5, 6]),
            it!(after OptionalRepeated Some(vec![5, 6])),
        ),
        rule("oneof-moved")
            .both(
                before::OneofMoved {
                    id: 1,
                    text: Some("name".to_owned()),
                    size: None,
                },
                after::OneofMoved {
                    id: 1,
                    it: Some(after::OneofMovedIt::Text("name".to_owned())),
                },
            )
            .lost::<_, after::OneofMoved>(before::OneofMoved {
                id: 1,
                text: Some("name".to_owned()),
                size: Some(2),
            }),
        rule("required-changed")
            .both(
                it!(before RequiredChanged part("a")),
                it!(after RequiredChanged Some(same("a"))),
            )
            .lost::<_, before::RequiredChanged>(it!(after RequiredChanged None)),
        rule("default-changed")
            .both(it!(before DefaultChanged 7), it!(after DefaultChanged 7))
            // Other writers of protobuf leave out what is absent.
            .foreign::<before::DefaultChanged, after::DefaultChanged>(&[], |old, new| {
                old.it == new.it
            }),
        rule("absent-refused")
            .both(it!(before AbsentRefused 5), it!(after AbsentRefused 5))
            .lost::<_, after::AbsentRefused>(it!(before AbsentRefused 0)),
        rule("where-tightened")
            .both(
                it!(before WhereTightened text("abc")),
                it!(after WhereTightened text("abc")),
            )
            .lost::<_, after::WhereTightened>(it!(before WhereTightened text("abcd"))),
        rule("where-relaxed")
            .both(
                it!(before WhereRelaxed text("abc")),
                it!(after WhereRelaxed text("abc")),
            )
            .lost::<_, before::WhereRelaxed>(it!(after WhereRelaxed text("abcd"))),
    ]
}

/// Structs, and types that become something else.
fn shapes() -> Vec<Proof> {
    vec![
        rule("struct-grown")
            .both(
                before::StructGrown {
                    it: vec![before::StructGrownLevel { a: 1 }],
                },
                after::StructGrown {
                    it: vec![after::StructGrownLevel { a: 1, b: 0 }],
                },
            )
            .one(
                after::StructGrown {
                    it: vec![after::StructGrownLevel { a: 1, b: 2 }],
                },
                before::StructGrown {
                    it: vec![before::StructGrownLevel { a: 1 }],
                },
            ),
        rule("struct-changed").both(
            before::StructChanged {
                it: vec![before::StructChangedLevel { a: 1, b: 2 }],
            },
            after::StructChanged {
                it: vec![after::StructChangedLevel { a: 1, b: 2 }],
            },
        ),
        rule("struct-message")
            .both(
                before::StructMessage {
                    it: before::StructMessagePair { a: 1 },
                },
                after::StructMessage {
                    it: after::StructMessagePair { a: 1 },
                },
            )
            .both(
                before::StructMessage {
                    it: before::StructMessagePair { a: 0 },
                },
                after::StructMessage {
                    it: after::StructMessagePair { a: 0 },
                },
            ),
        rule("kind-changed").both(
            before::KindChanged {
                it: Some(before::KindChangedIt::Limit),
            },
            after::KindChanged {
                it: Some(after::KindChangedIt::Limit),
            },
        ),
        rule("carried")
            .both(
                it!(before Carried before::Part { name: "a".to_owned() }),
                it!(after Carried carried("a")),
            )
            .garbage::<_, before::Carried>(
                it!(after Carried Unverified::new(b"none".to_vec()).unwrap()),
            ),
        rule("carried-elements").both(
            it!(before CarriedElements vec![before::Part { name: "a".to_owned() }]),
            it!(after CarriedElements vec![carried("a")]),
        ),
        rule("type-alike").both(
            before::TypeAlike {
                it: before::TypeAlikeHere {
                    name: "a".to_owned(),
                },
            },
            after::TypeAlike {
                it: after::TypeAlikeThere {
                    name: "a".to_owned(),
                },
            },
        ),
    ]
}

fn carried(name: &str) -> Unverified<after::Part> {
    after::Part {
        name: name.to_owned(),
    }
    .encode()
    .into()
}

/// Names, which no byte has.
fn names() -> Vec<Proof> {
    let text = || "text".to_owned();
    vec![
        rule("renamed").both(
            before::Renamed { name: text() },
            after::Renamed { label: text() },
        ),
        rule("proto-renamed").both(
            before::ProtoRenamed { name: text() },
            after::ProtoRenamed { name: text() },
        ),
        rule("code-renamed").both(
            before::CodeRenamed { name: text() },
            after::CodeRenamed { label: text() },
        ),
        rule("proto-number").both(
            before::ProtoNumber { id: 1, count: 7 },
            after::ProtoNumber { id: 1, count: 7 },
        ),
        rule("type-renamed").both(
            before::TypeRenamed {
                it: Some(before::TypeRenamedOld { name: text() }),
            },
            after::TypeRenamed {
                it: Some(after::TypeRenamedNew { name: text() }),
            },
        ),
        rule("package-renamed").both(
            moved::PackageRenamed {
                id: 1,
                name: text(),
            },
            shifted::PackageRenamed {
                id: 1,
                name: text(),
            },
        ),
        rule("name-removed").both(before::NameRemoved { it: 5 }, after::NameRemoved { it: 5 }),
        rule("const-changed").both(
            before::ConstChanged { it: 5 },
            after::ConstChanged { it: 5 },
        ),
        // Its bytes are as they were, and there is no type that they could be read as.
        rule("type-removed")
            .both(before::TypeRemoved { id: 1 }, before::TypeRemoved { id: 1 })
            .saw(false, Level::Behaviour, "nothing to read it with"),
        rule("declaration-added").both(
            after::DeclarationAdded { id: 1 },
            after::DeclarationAdded { id: 1 },
        ),
    ]
}

/// Enums and unions.
fn sets() -> Vec<Proof> {
    use after::{
        ClosedAddedIt as NewAdded, ClosedDroppedIt as NewDropped, ClosedGrownIt as NewGrown,
        ClosedShrunkIt as NewShrunk, EnumReprIt as NewRepr, EnumValueAddedIt as NewValue,
        EnumValueRenumberedIt as NewNumber, EnumValueReservedIt as NewReserved,
        VariantAddedIt as NewVariant, VariantReservedIt as NewTombstone,
    };
    use before::{
        ClosedAddedIt as OldAdded, ClosedDroppedIt as OldDropped, ClosedGrownIt as OldGrown,
        ClosedShrunkIt as OldShrunk, EnumReprIt as OldRepr, EnumValueAddedIt as OldValue,
        EnumValueRemovedSide, EnumValueRenumberedIt as OldNumber,
        EnumValueReservedIt as OldReserved, VariantAddedIt as OldVariant,
        VariantReservedIt as OldTombstone,
    };
    vec![
        rule("enum-value-removed")
            .one(
                before::EnumValueRemoved {
                    side: EnumValueRemovedSide::Sell,
                },
                after::EnumValueRemoved {
                    side: after::EnumValueRemovedSide::from_number(2),
                },
            )
            // `swap` is what the next version has for it.
            .lost::<_, later::EnumValueRemoved>(before::EnumValueRemoved {
                side: EnumValueRemovedSide::Sell,
            }),
        rule("enum-value-reserved").one(
            it!(before EnumValueReserved OldReserved::Sell),
            it!(after EnumValueReserved NewReserved::from_number(2)),
        ),
        rule("enum-value-renumbered").both(
            it!(before EnumValueRenumbered OldNumber::Buy),
            it!(after EnumValueRenumbered NewNumber::Buy),
        ),
        rule("enum-value-added")
            .both(
                it!(before EnumValueAdded OldValue::Buy),
                it!(after EnumValueAdded NewValue::Buy),
            )
            .one(
                it!(after EnumValueAdded NewValue::Sell),
                it!(before EnumValueAdded OldValue::from_number(2)),
            ),
        rule("flag-bits").both(
            it!(before FlagBits before::FlagBitsIt::READ),
            it!(after FlagBits after::FlagBitsIt::READ),
        ),
        rule("flag-removed").one(
            it!(before FlagRemoved before::FlagRemovedIt::WRITE),
            it!(after FlagRemoved after::FlagRemovedIt::from_bits_retain(2)),
        ),
        rule("flag-added").one(
            it!(after FlagAdded after::FlagAddedIt::WRITE),
            it!(before FlagAdded before::FlagAddedIt::from_bits_retain(2)),
        ),
        rule("closed-grown")
            .both(
                it!(before ClosedGrown OldGrown::Open),
                it!(after ClosedGrown NewGrown::Open),
            )
            .lost::<_, before::ClosedGrown>(it!(after ClosedGrown NewGrown::Ajar)),
        rule("closed-shrunk")
            .both(
                it!(before ClosedShrunk OldShrunk::Open),
                it!(after ClosedShrunk NewShrunk::Open),
            )
            .lost::<_, after::ClosedShrunk>(it!(before ClosedShrunk OldShrunk::Ajar)),
        rule("enum-repr").both(
            it!(before EnumRepr OldRepr::Buy),
            it!(after EnumRepr NewRepr::Buy),
        ),
        rule("closed-added")
            .both(
                it!(before ClosedAdded OldAdded::Sell),
                it!(after ClosedAdded NewAdded::Sell),
            )
            .lost::<_, after::ClosedAdded>(it!(before ClosedAdded OldAdded::from_number(9))),
        rule("closed-dropped")
            .both(
                it!(before ClosedDropped OldDropped::Sell),
                it!(after ClosedDropped NewDropped::Sell),
            )
            .lost::<_, before::ClosedDropped>(it!(after ClosedDropped NewDropped::from_number(9))),
        rule("variant-reserved")
            .both(
                it!(before VariantReserved OldTombstone::Market),
                it!(after VariantReserved NewTombstone::Market),
            )
            .kept::<_, after::VariantReserved>(it!(before VariantReserved OldTombstone::Limit(5))),
        rule("variant-added")
            .both(
                it!(before VariantAdded OldVariant::Market),
                it!(after VariantAdded NewVariant::Market),
            )
            .kept::<_, before::VariantAdded>(it!(after VariantAdded NewVariant::Limit(5))),
    ]
}
