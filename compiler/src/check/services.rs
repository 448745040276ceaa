//! The insides of services.

use crate::codes::Code;
use crate::diagnostic::quote;
use crate::model::{Method, Service, Type, TypeId};
use crate::names::Case;
use crate::syntax::tree::{self, Meta, PartKind, TypeExpr};

use super::attributes::Place;
use super::declare::Unique;
use super::{At, Checker, Symbol};

impl Checker<'_> {
    pub(super) fn service(&mut self, package: usize, meta: &Meta, block: &tree::Block) {
        let info = self.info(meta, Place::Item);
        let mut names = Unique::default();
        let mut methods = Vec::new();
        for part in &block.members {
            let PartKind::Rpc(rpc) = &part.kind else {
                continue;
            };
            self.check_case(&rpc.name, Case::Snake, "methods");
            self.check_unique(&mut names, &rpc.name);
            let at = At {
                package,
                file: block.name.span.file,
                inside: None,
            };
            let info = self.info(&part.meta, Place::Method);
            let (input, output) = (self.side(at, &rpc.input), self.side(at, &rpc.output));
            let throws = rpc.throws.as_ref().and_then(|path| self.thrown(at, path));
            let (Some(input), Some(output)) = (input, output) else {
                continue;
            };
            methods.push(Method {
                name: rpc.name.text.clone(),
                docs: info.docs,
                deprecated: info.deprecated,
                since: info.since,
                proto: info.proto,
                input,
                client_streaming: rpc.input.stream,
                output,
                server_streaming: rpc.output.stream,
                throws,
                idempotency: info.idempotency,
                timeout: info.timeout,
                span: rpc.name.span,
            });
        }
        let service = Service {
            name: block.name.text.clone(),
            docs: info.docs,
            deprecated: info.deprecated,
            since: info.since,
            proto: info.proto,
            methods,
            span: block.name.span,
        };
        self.model.packages[package].services.push(service);
    }

    /// The message of one side; the inner `None` is the empty one.
    #[expect(
        clippy::option_option,
        reason = "the outer one says whether an error was reported, the inner one is the model's"
    )]
    fn side(&mut self, at: At, side: &tree::Side) -> Option<Option<TypeId>> {
        let Some(path) = &side.ty else {
            return Some(None);
        };
        let scalar = path.names.len() == 1
            && path.names[0]
                .text
                .starts_with(|c: char| c.is_ascii_lowercase());
        let ty = if scalar {
            let expr = TypeExpr {
                kind: tree::TypeKind::Path(path.clone()),
                optional: None,
                span: path.span(),
            };
            self.resolve(at, &expr)?
        } else {
            match self.lookup(at, path)? {
                Symbol::Type(id) => Type::Named(id),
                Symbol::Alias(number) => self.alias(number, path.span())?.0,
                Symbol::Service => {
                    let message = format!("`{}` is a service, not a type", quote(&path.text()));
                    self.err(Code::NotAType, path.span(), message, "", "name a message");
                    return None;
                }
                Symbol::Const(_) | Symbol::Broken => return None,
            }
        };
        match ty {
            Type::Named(id) if self.is_message(id) => Some(Some(id)),
            other => {
                let message = format!("`{}` is not a message", self.type_name(&other));
                let help = "requests and responses are messages, so that fields can be added to them; put the value into one";
                self.err(Code::RpcType, path.span(), message, "", help);
                None
            }
        }
    }
}
