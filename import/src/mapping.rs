//! The attribute `#[proto(…)]` that keeps what does not follow.

use crate::values::quoted;
use stillwire_compiler::names::camel;
use stillwire_compiler::proto::range;

/// What is to be said of one thing.
#[derive(Debug, Default)]
pub(crate) struct Mapping(Vec<String>);

impl Mapping {
    /// The name in protobuf, unless `usual` is it.
    pub(crate) fn name(mut self, name: &str, usual: &str) -> Self {
        if name != usual {
            self.0.push(format!("name = \"{name}\""));
        }
        self
    }

    /// The field number, unless `usual` is it.
    pub(crate) fn number(mut self, number: u32, usual: u32) -> Self {
        if number != usual {
            self.0.insert(0, format!("number = {number}"));
        }
        self
    }

    /// The name in JSON, unless it follows from the one in protobuf.
    pub(crate) fn json(mut self, json: &str, name: &str) -> Self {
        if json != camel(name) {
            self.0.push(format!("json = {}", quoted(json)));
        }
        self
    }

    pub(crate) fn expanded(mut self, yes: bool) -> Self {
        if yes {
            self.0.push("packed = false".to_owned());
        }
        self
    }

    pub(crate) fn alias(mut self, name: &str) -> Self {
        self.0.push(format!("alias = \"{name}\""));
        self
    }

    /// Numbers and names that must not be used.
    pub(crate) fn reserved(
        mut self,
        ranges: impl Iterator<Item = (u32, u32)>,
        names: impl Iterator<Item = String>,
    ) -> Self {
        let ranges = ranges.map(|(first, last)| range(first, last));
        let all: Vec<String> = ranges.chain(names).collect();
        if !all.is_empty() {
            let all = quoted(&all.join(", "));
            self.0.push(format!("reserved = {all}"));
        }
        self
    }

    /// The attribute, if there is something to say.
    pub(crate) fn attribute(self) -> Option<String> {
        (!self.0.is_empty()).then(|| format!("#[proto({})]", self.0.join(", ")))
    }
}
