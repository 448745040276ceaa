//! Enums: matched by number.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Enum, EnumValue, ReservedRange};

use super::{CLOSED, Change, Comparison, Site, added, label, rules};

impl Comparison<'_> {
    pub(super) fn enums(&mut self, owner: &Site, old: &Enum, new: &Enum) {
        self.closed(owner, old.closed, new.closed);
        if old.repr != new.repr {
            let (was, is) = (old.repr.name(), new.repr.name());
            self.say(Change {
                rule: &rules::ENUM_REPR,
                subject: owner.subject.clone(),
                message: format!("{} is a `{is}` on the wire and was a `{was}`", owner.what),
                old: Some(label(owner.old, format!("`{was}`"))),
                new: Some(label(owner.new, format!("`{is}`"))),
                help: Some(format!("write `: {was}` after the name")),
            });
        }
        let closed = old.closed && new.closed;
        let (olds, news) = (Values::of(old), Values::of(new));
        for was in &old.values {
            self.value(owner, was, &olds, &news, closed);
        }
        for is in &new.values {
            if olds.numbers.contains_key(&is.number) || olds.names.contains_key(is.name.as_str()) {
                continue;
            }
            let subject = format!("{}.{}", owner.subject, is.name);
            let what = format!("value `{}`", is.name);
            if reserves(&old.reserved, is.number) {
                self.say(Change {
                    rule: &rules::TOMBSTONE_REUSED,
                    subject,
                    message: format!("{} was reserved and is `{}`", is.number, is.name),
                    old: Some(label(owner.old, format!("reserves {}", is.number))),
                    new: Some(label(is.span, "uses it")),
                    help: Some("give it a number that was never used".to_owned()),
                });
            } else if closed {
                let mut change = added(&rules::CLOSED_GROWN, subject, &what, is.span);
                change.help = Some(CLOSED.to_owned());
                self.say(change);
            } else {
                self.say(added(&rules::ENUM_VALUE_ADDED, subject, &what, is.span));
            }
        }
        self.reservations(owner, old, new, &olds, &news);
    }

    fn value(
        &mut self,
        owner: &Site,
        was: &EnumValue,
        olds: &Values<'_>,
        news: &Values<'_>,
        closed: bool,
    ) {
        let subject = format!("{}.{}", owner.subject, was.name);
        let here = news.numbers.get(&was.number).copied();
        let said = |value: &EnumValue| value.proto.name.clone();
        let renamed = |rule, is: &EnumValue, message| Change {
            rule,
            subject: subject.clone(),
            message,
            old: Some(label(was.span, "the old name")),
            new: Some(label(is.span, "the new one")),
            help: None,
        };
        if let Some(is) = here.filter(|v| v.name == was.name) {
            let known = said(was).is_some_and(|name| is.proto.aliases.contains(&name));
            if said(is) != said(was) && !known {
                let message = format!("value `{}` has another name in protobuf and JSON", is.name);
                self.say(renamed(&rules::PROTO_RENAMED, is, message));
            }
            return;
        }
        if let Some(moved) = news.names.get(was.name.as_str()) {
            return self.say(Change {
                rule: &rules::ENUM_VALUE_RENUMBERED,
                subject,
                message: format!(
                    "value `{}` is {} now and was {}",
                    was.name, moved.number, was.number
                ),
                old: Some(label(was.span, format!("was {}", was.number))),
                new: Some(label(moved.span, format!("is {}", moved.number))),
                help: Some(format!("write `{} = {};`", was.name, was.number)),
            });
        }
        if let Some(is) = here
            && !olds.names.contains_key(is.name.as_str())
        {
            let same = said(was).is_some() && said(was) == said(is);
            let rule = if same {
                &rules::CODE_RENAMED
            } else {
                &rules::RENAMED
            };
            let message = format!("value `{}` is now `{}`", was.name, is.name);
            return self.say(renamed(rule, is, message));
        }
        let reserved = reserves(news.reserved, was.number);
        let (rule, help) = if closed {
            (&rules::CLOSED_SHRUNK, Some(CLOSED.to_owned()))
        } else if reserved {
            (&rules::ENUM_VALUE_RESERVED, None)
        } else {
            let line = format!(
                "keep its number: `reserved {} \"{}\";`",
                was.number, was.name
            );
            (&rules::ENUM_VALUE_REMOVED, Some(line))
        };
        self.say(Change {
            rule,
            subject,
            message: format!("value `{}` of {} is gone", was.name, owner.what),
            old: Some(label(was.span, format!("was {}", was.number))),
            new: Some(label(owner.new, "does not have it")),
            help,
        });
    }

    /// Numbers that were reserved stay so.
    fn reservations(
        &mut self,
        owner: &Site,
        old: &Enum,
        new: &Enum,
        olds: &Values<'_>,
        news: &Values<'_>,
    ) {
        for range in &old.reserved {
            let mut at = i128::from(range.first);
            let last = i128::from(range.last);
            // Each step goes past a range or a value of the newer version, or finds that there is none.
            while at <= last {
                let covering = new
                    .reserved
                    .iter()
                    .filter(|r| (i128::from(r.first)..=i128::from(r.last)).contains(&at))
                    .map(|r| i128::from(r.last))
                    .max();
                let value = i64::try_from(at).is_ok_and(|n| news.numbers.contains_key(&n));
                match covering {
                    Some(end) => at = end + 1,
                    None if value => at += 1,
                    None => break,
                }
            }
            if at > last {
                continue;
            }
            let text = if range.first == range.last {
                range.first.to_string()
            } else {
                format!("{}..={}", range.first, range.last)
            };
            self.say(Change {
                rule: &rules::TOMBSTONE_REMOVED,
                subject: format!("{}.{text}", owner.subject),
                message: format!("{} no longer reserves {at}", owner.what),
                old: Some(label(owner.old, format!("reserves {text}"))),
                new: Some(label(owner.new, "does not")),
                help: Some(format!("put it back: `reserved {text};`")),
            });
        }
        for range in &new.reserved {
            let (first, last) = (range.first, range.last);
            let known = reserves(&old.reserved, first) && reserves(&old.reserved, last);
            let value = olds.numbers.range(first..=last).next().is_some();
            if !known && !value {
                let what = format!("the reservation of {first}..={last}");
                let subject = format!("{}.{first}", owner.subject);
                self.say(added(&rules::RESERVED_ADDED, subject, &what, owner.new));
            }
        }
    }
}

/// Values of an enum, to be found by number and by name.
struct Values<'a> {
    numbers: BTreeMap<i64, &'a EnumValue>,
    names: HashMap<&'a str, &'a EnumValue>,
    reserved: &'a [ReservedRange],
}

impl<'a> Values<'a> {
    fn of(body: &'a Enum) -> Self {
        Self {
            numbers: body.values.iter().map(|v| (v.number, v)).collect(),
            names: body.values.iter().map(|v| (v.name.as_str(), v)).collect(),
            reserved: &body.reserved,
        }
    }
}

fn reserves(ranges: &[ReservedRange], number: i64) -> bool {
    ranges.iter().any(|r| (r.first..=r.last).contains(&number))
}
