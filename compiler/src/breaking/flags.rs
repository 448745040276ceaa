//! Flags: matched by name, since what counts is that a name keeps its bits.

use crate::model::Flags;

use super::{Change, Comparison, Site, added, label, rules};

impl Comparison<'_> {
    pub(super) fn flags(&mut self, owner: &Site, old: &Flags, new: &Flags) {
        if let Some(rule) = self.int_difference(old.repr, new.repr) {
            let (was, is) = (old.repr.name(), new.repr.name());
            self.say(Change {
                rule,
                subject: owner.subject.clone(),
                message: format!("{} is a `{is}` on the wire and was a `{was}`", owner.what),
                old: Some(label(owner.old, format!("`{was}`"))),
                new: Some(label(owner.new, format!("`{is}`"))),
                help: Some(format!("write `: {was}` after the name")),
            });
        }
        for was in &old.members {
            let subject = format!("{}.{}", owner.subject, was.name);
            match new.members.iter().find(|f| f.name == was.name) {
                Some(is) if is.bits == was.bits => {}
                Some(is) => self.say(Change {
                    rule: &rules::FLAG_BITS,
                    subject,
                    message: format!("flag `{}` has other bits", was.name),
                    old: Some(label(was.span, format!("was {:#x}", was.bits))),
                    new: Some(label(is.span, format!("is {:#x}", is.bits))),
                    help: Some(format!("write `{} = {:#x};`", was.name, was.bits)),
                }),
                None => self.say(Change {
                    rule: &rules::FLAG_REMOVED,
                    subject,
                    message: format!("flag `{}` of {} is gone", was.name, owner.what),
                    old: Some(label(was.span, format!("was {:#x}", was.bits))),
                    new: Some(label(owner.new, "does not have it")),
                    help: Some("give its bits to nothing else".to_owned()),
                }),
            }
        }
        for is in &new.members {
            if !old.members.iter().any(|f| f.name == is.name) {
                let subject = format!("{}.{}", owner.subject, is.name);
                let what = format!("flag `{}`", is.name);
                self.say(added(&rules::FLAG_ADDED, subject, &what, is.span));
            }
        }
    }
}
