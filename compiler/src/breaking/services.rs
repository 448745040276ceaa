//! Services: matched by name, since a route is a name.

use crate::model::{Idempotency, Method, Model, Package, Service, TypeId};

use super::{Change, Comparison, Site, added, label, rules};

impl Comparison<'_> {
    pub(super) fn services(&mut self, old: &Package, new: &Package) {
        let fresh = |service: &Service| !old.services.iter().any(|s| s.name == service.name);
        let mut renamed: Vec<&str> = Vec::new();
        for was in &old.services {
            let same = new.services.iter().find(|s| s.name == was.name);
            let other = || {
                let candidates = new.services.iter().filter(|s| fresh(s));
                candidates
                    .map(|s| (common(was, s), s))
                    .filter(|(n, _)| *n > 0 && n * 2 >= was.methods.len())
                    .max_by_key(|(n, _)| *n)
                    .map(|(_, s)| s)
            };
            let Some(is) = same.or_else(other) else {
                self.route_removed(old, was);
                continue;
            };
            let (before, after) = (path(old, was), path(new, is));
            if was.name != is.name {
                renamed.push(&is.name);
            }
            if before != after {
                self.say(Change {
                    rule: &rules::ROUTE_RENAMED,
                    subject: format!("{}.{}", old.name, was.name),
                    message: format!("calls to `{before}` go to `{after}` now"),
                    old: Some(label(was.span, before)),
                    new: Some(label(is.span, after)),
                    help: Some("serve the old name beside the new one".to_owned()),
                });
            }
            self.service(old, was, is);
        }
        for is in &new.services {
            if fresh(is) && !renamed.contains(&is.name.as_str()) {
                let subject = format!("{}.{}", new.name, is.name);
                let what = format!("service `{}`", is.name);
                self.say(added(&rules::DECLARATION_ADDED, subject, &what, is.span));
            }
        }
    }

    /// A service that is gone, or all of its package is.
    pub(super) fn route_removed(&mut self, package: &Package, was: &Service) {
        self.say(Change {
            rule: &rules::ROUTE_REMOVED,
            subject: format!("{}.{}", package.name, was.name),
            message: format!("service `{}` is gone", was.name),
            old: Some(label(was.span, path(package, was))),
            new: None,
            help: Some("keep it, and mark it `#[deprecated(\"…\")]`".to_owned()),
        });
    }

    fn service(&mut self, package: &Package, old: &Service, new: &Service) {
        let owner = format!("{}.{}", package.name, old.name);
        let fresh = |method: &Method| !old.methods.iter().any(|m| m.name == method.name);
        let mut renamed: Vec<&str> = Vec::new();
        for was in &old.methods {
            let subject = format!("{owner}.{}", was.name);
            let same = new.methods.iter().find(|m| m.name == was.name);
            let other = || {
                let mut candidates = new.methods.iter().filter(|m| {
                    fresh(m) && self.same_signature(was, m) && (m.input, m.output) != (None, None)
                });
                // With two that it could be, it is neither.
                let first = candidates.next();
                first.filter(|_| candidates.next().is_none())
            };
            match same.or_else(other) {
                Some(is) if (was.proto_name(), &was.name) == (is.proto_name(), &is.name) => {
                    self.method(subject, was, is)
                }
                Some(is) => {
                    renamed.push(&is.name);
                    let same = was.proto_name() == is.proto_name();
                    self.say(Change {
                        rule: if same {
                            &rules::CODE_RENAMED
                        } else {
                            &rules::ROUTE_RENAMED
                        },
                        subject: subject.clone(),
                        message: format!(
                            "rpc `{}` is now `{}`{}",
                            was.name,
                            is.name,
                            if same { "" } else { ", and its path another" }
                        ),
                        old: Some(label(was.span, format!("…/{}", was.proto_name()))),
                        new: Some(label(is.span, format!("…/{}", is.proto_name()))),
                        help: Some("keep the old one beside it, deprecated".to_owned()),
                    });
                    self.method(subject, was, is);
                }
                None => self.say(Change {
                    rule: &rules::ROUTE_REMOVED,
                    subject,
                    message: format!("rpc `{}` of `{}` is gone", was.name, old.name),
                    old: Some(label(was.span, "was declared here")),
                    new: Some(label(new.span, "does not have it")),
                    help: Some("keep it, and mark it `#[deprecated(\"…\")]`".to_owned()),
                }),
            }
        }
        for is in &new.methods {
            if fresh(is) && !renamed.contains(&is.name.as_str()) {
                let subject = format!("{owner}.{}", is.name);
                let what = format!("rpc `{}`", is.name);
                self.say(added(&rules::ROUTE_ADDED, subject, &what, is.span));
            }
        }
    }

    fn same_side(&self, old: Option<TypeId>, new: Option<TypeId>) -> bool {
        match (old, new) {
            (Some(a), Some(b)) => self.pairs.new_of(a) == Some(b),
            (a, b) => a.is_none() && b.is_none(),
        }
    }

    fn same_signature(&self, old: &Method, new: &Method) -> bool {
        self.same_side(old.input, new.input)
            && self.same_side(old.output, new.output)
            && old.client_streaming == new.client_streaming
            && old.server_streaming == new.server_streaming
    }

    fn method(&mut self, subject: String, old: &Method, new: &Method) {
        let site = Site {
            subject,
            what: format!("rpc `{}`", new.name),
            old: old.span,
            new: new.span,
        };
        let sides = [
            ("request", old.input, new.input),
            ("response", old.output, new.output),
        ];
        for (side, was, is) in sides {
            if !self.same_side(was, is) {
                let (was, is) = (name(self.old, was), name(self.new, is));
                self.say(Change {
                    rule: &rules::RPC_TYPE,
                    subject: site.subject.clone(),
                    message: format!("the {side} of {} was `{was}` and is `{is}`", site.what),
                    old: Some(label(site.old, format!("`{was}`"))),
                    new: Some(label(site.new, format!("`{is}`"))),
                    help: Some(format!("add fields to `{was}`, or add another rpc")),
                });
            }
        }
        let streams = [
            ("request", old.client_streaming, new.client_streaming),
            ("response", old.server_streaming, new.server_streaming),
        ];
        for (side, was, is) in streams {
            if was != is {
                let word = |stream| if stream { "a stream" } else { "one message" };
                self.say(Change {
                    rule: &rules::RPC_STREAMING,
                    subject: site.subject.clone(),
                    message: format!("the {side} of {} is {} now", site.what, word(is)),
                    old: Some(label(site.old, word(was))),
                    new: Some(label(site.new, word(is))),
                    help: Some("add another rpc".to_owned()),
                });
            }
        }
        if !self.same_side(old.throws, new.throws) {
            let word = |model: &Model, id: Option<TypeId>| {
                id.map_or("nothing".to_owned(), |id| {
                    format!("`{}`", model.dotted_name(id))
                })
            };
            let (was, is) = (word(self.old, old.throws), word(self.new, new.throws));
            self.say(Change {
                rule: &rules::THROWS_CHANGED,
                subject: site.subject.clone(),
                message: format!("{} throws {is} and threw {was}", site.what),
                old: Some(label(site.old, format!("threw {was}"))),
                new: Some(label(site.new, format!("throws {is}"))),
                help: None,
            });
        }
        self.promises(&site, old, new);
    }

    fn promises(&mut self, site: &Site, old: &Method, new: &Method) {
        let rank = |promise| match promise {
            Idempotency::None => 0,
            Idempotency::Idempotent => 1,
            Idempotency::Safe => 2,
        };
        let word = |promise| match promise {
            Idempotency::None => "promises nothing",
            Idempotency::Idempotent => "`#[idempotent]`",
            Idempotency::Safe => "`#[safe]`",
        };
        if old.idempotency != new.idempotency {
            let rule = if rank(old.idempotency) > rank(new.idempotency) {
                &rules::RETRY_DROPPED
            } else {
                &rules::RETRY_PROMISED
            };
            self.say(Change {
                rule,
                subject: site.subject.clone(),
                message: format!("what a repeated call of {} does is another", site.what),
                old: Some(label(site.old, word(old.idempotency))),
                new: Some(label(site.new, word(new.idempotency))),
                help: None,
            });
        }
        if old.timeout != new.timeout {
            let word = |timeout: Option<std::time::Duration>| {
                timeout.map_or("no deadline".to_owned(), |t| format!("{t:?}"))
            };
            self.say(Change {
                rule: &rules::TIMEOUT_CHANGED,
                subject: site.subject.clone(),
                message: format!("{} has another deadline", site.what),
                old: Some(label(site.old, word(old.timeout))),
                new: Some(label(site.new, word(new.timeout))),
                help: None,
            });
        }
    }
}

/// How many methods two services have in common, by name.
fn common(old: &Service, new: &Service) -> usize {
    let known = |m: &&Method| new.methods.iter().any(|n| n.name == m.name);
    old.methods.iter().filter(known).count()
}

fn path(package: &Package, service: &Service) -> String {
    format!(
        "/{}.{}/",
        package.name,
        service.proto.name_or(&service.name)
    )
}

fn name(model: &Model, id: Option<TypeId>) -> String {
    id.map_or("()".to_owned(), |id| model.dotted_name(id))
}
