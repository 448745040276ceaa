//! Calls from clients of one version to servers of the other, in both forms.

use crate::proof::{Proof, rule};
use stillwire::codec::Encoded;
use stillwire::rpc::Throws;
use stillwire::rpc::{Form, Idempotency, Limits, Router, ServiceDescriptor, memory};
use stillwire::{Call, Code, Empty, Fault, Outbound, Reply, Status};
use stillwire_compiler::breaking::Level;
use stillwire_evolution::rules::after::test::rules::v1 as after;
use stillwire_evolution::rules::before::test::rules::v1 as before;

/// Answers all of the older version with what it was sent.
struct Old;

impl before::Desk for Old {
    async fn route_removed(
        &self,
        _: &Call,
        ping: Encoded<before::Ping>,
    ) -> Result<Reply<before::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn route_renamed_old(
        &self,
        _: &Call,
        ping: Encoded<before::Ping>,
    ) -> Result<Reply<before::Tick>, Fault> {
        Ok(before::Tick {
            id: ping.view().id().into(),
        }
        .into())
    }
    async fn rpc_type(
        &self,
        _: &Call,
        ping: Encoded<before::Ping>,
    ) -> Result<Reply<before::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn rpc_streaming(
        &self,
        _: &Call,
        ping: Encoded<before::Ping>,
    ) -> Result<Reply<before::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn retry_dropped(
        &self,
        _: &Call,
        ping: Encoded<before::Ping>,
    ) -> Result<Reply<before::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn timeout_changed(
        &self,
        _: &Call,
        ping: Encoded<before::Ping>,
    ) -> Result<Reply<before::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn throws_changed(
        &self,
        _: &Call,
        _: Encoded<before::Ping>,
    ) -> Result<Reply<before::Ping>, Fault<before::ThrowsChangedIt>> {
        Err(before::ThrowsChangedIt::Full.into())
    }
    async fn retry_promised(
        &self,
        _: &Call,
        ping: Encoded<before::Ping>,
    ) -> Result<Reply<before::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn renamed(
        &self,
        _: &Call,
        _: Encoded<before::Ping>,
    ) -> Result<Reply<Empty>, Fault<before::ErrorRenamedOld>> {
        Err(before::ErrorRenamedOld::It(7).into())
    }
    async fn grown(
        &self,
        _: &Call,
        _: Encoded<before::Ping>,
    ) -> Result<Reply<Empty>, Fault<before::ErrorVariantAdded>> {
        Err(before::ErrorVariantAdded::It.into())
    }
    async fn shrunk(
        &self,
        _: &Call,
        _: Encoded<before::Ping>,
    ) -> Result<Reply<Empty>, Fault<before::ErrorVariantReserved>> {
        Err(before::ErrorVariantReserved::Gone("gone".into()).into())
    }
}

/// The same of the newer one.
struct New;

impl after::Desk for New {
    async fn route_renamed_new(
        &self,
        _: &Call,
        ping: Encoded<after::Ping>,
    ) -> Result<Reply<after::Tick>, Fault> {
        Ok(after::Tick {
            id: ping.view().id().into(),
        }
        .into())
    }
    async fn rpc_type(
        &self,
        _: &Call,
        pong: Encoded<after::Pong>,
    ) -> Result<Reply<after::Ping>, Fault> {
        let id = u32::try_from(pong.view().text().len()).unwrap_or(u32::MAX);
        Ok(after::Ping { id }.into())
    }
    async fn rpc_streaming(
        &self,
        _: &Call,
        ping: Encoded<after::Ping>,
        out: Outbound<after::Ping>,
    ) -> Result<(), Fault> {
        for _ in 0..2 {
            out.send(&ping.to_message()).await?;
        }
        Ok(())
    }
    async fn retry_dropped(
        &self,
        _: &Call,
        ping: Encoded<after::Ping>,
    ) -> Result<Reply<after::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn timeout_changed(
        &self,
        _: &Call,
        ping: Encoded<after::Ping>,
    ) -> Result<Reply<after::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn throws_changed(
        &self,
        _: &Call,
        _: Encoded<after::Ping>,
    ) -> Result<Reply<after::Ping>, Fault> {
        Err(Status::new(Code::ResourceExhausted, "full").into())
    }
    async fn retry_promised(
        &self,
        _: &Call,
        ping: Encoded<after::Ping>,
    ) -> Result<Reply<after::Ping>, Fault> {
        Ok(ping.to_message().into())
    }
    async fn route_added(
        &self,
        _: &Call,
        tick: Encoded<after::Tick>,
    ) -> Result<Reply<after::Tick>, Fault> {
        Ok(tick.to_message().into())
    }
    async fn renamed(
        &self,
        _: &Call,
        _: Encoded<after::Ping>,
    ) -> Result<Reply<Empty>, Fault<after::ErrorRenamedNew>> {
        Err(after::ErrorRenamedNew::It(7).into())
    }
    async fn grown(
        &self,
        _: &Call,
        _: Encoded<after::Ping>,
    ) -> Result<Reply<Empty>, Fault<after::ErrorVariantAdded>> {
        Err(after::ErrorVariantAdded::More("more".into()).into())
    }
    async fn shrunk(
        &self,
        _: &Call,
        _: Encoded<after::Ping>,
    ) -> Result<Reply<Empty>, Fault<after::ErrorVariantReserved>> {
        Err(after::ErrorVariantReserved::It.into())
    }
}

fn old_client(form: Form) -> before::DeskClient {
    let router = Router::new([after::Desk::serve(New)], Limits::default()).unwrap();
    before::DeskClient::new(memory::connect(router, form))
}

fn new_client(form: Form) -> after::DeskClient {
    let router = Router::new([before::Desk::serve(Old)], Limits::default()).unwrap();
    after::DeskClient::new(memory::connect(router, form))
}

pub(crate) async fn proofs() -> Vec<Proof> {
    let mut removed = rule("route-removed");
    let mut renamed = rule("route-renamed");
    let mut retyped = rule("rpc-type");
    let mut streaming = rule("rpc-streaming");
    let mut added = rule("route-added");
    let mut thrown = rule("throws-changed");
    for form in [Form::Native, Form::Protobuf] {
        let (old, new) = (old_client(form), new_client(form));
        let ping = before::Ping { id: 7 };

        let answer = old.route_removed(ping.clone()).await;
        assert_eq!(
            answer.as_ref().map_err(Fault::code).err(),
            Some(Code::Unimplemented)
        );
        removed = removed.saw(answer.is_ok(), Level::Breaks, "an old call");

        let answer = old.route_renamed_old(ping.clone()).await;
        assert_eq!(
            answer.as_ref().map_err(Fault::code).err(),
            Some(Code::Unimplemented)
        );
        renamed = renamed.saw(answer.is_ok(), Level::Breaks, "an old call");

        let answer = old.rpc_type(ping.clone()).await;
        let same = answer.is_ok_and(|reply| reply.to_message() == ping);
        retyped = retyped.saw(same, Level::Breaks, "an old call");

        let answer = old.rpc_streaming(ping.clone()).await;
        streaming = streaming.saw(answer.is_ok(), Level::Breaks, "an old call");

        // The code is there, the error is not.
        let fault = old.throws_changed(ping.clone()).await.unwrap_err();
        assert_eq!(fault.code(), Code::ResourceExhausted);
        let declared = matches!(fault, Fault::Error(_));
        thrown = thrown.saw(declared, Level::Behaviour, "an old client of a new server");

        // What an old server does not have, it says that it does not have: nobody is misled.
        let answer = new.route_added(after::Tick { id: 7 }).await;
        let told = answer.map_err(|fault| fault.code()).err() == Some(Code::Unimplemented);
        added = added.saw(told, Level::Breaks, "a new call to an old server");
    }
    let (old, new) = (before::DeskClient::SERVICE, after::DeskClient::SERVICE);
    let promise = |service: &ServiceDescriptor, name: &str| method(service, name).idempotency;
    let timeout = |service: &ServiceDescriptor, name: &str| method(service, name).timeout;
    let repeated = promise(old, "RetryDropped") == Idempotency::Safe
        && promise(new, "RetryDropped") == Idempotency::Unknown;
    let deadline = timeout(old, "TimeoutChanged") != timeout(new, "TimeoutChanged");
    let promised = promise(old, "RetryPromised") == Idempotency::Unknown
        && promise(new, "RetryPromised") == Idempotency::Idempotent;
    let mut proofs = errors().await;
    proofs.extend([
        removed,
        renamed,
        retyped,
        streaming,
        added,
        thrown,
        rule("error-status")
            .saw(
                after::ErrorStatusIt::from_status(&before::ErrorStatusIt::Full.to_status())
                    == Some(after::ErrorStatusIt::Full),
                Level::Breaks,
                "the error itself",
            )
            .saw(
                before::ErrorStatusIt::Full.code() == after::ErrorStatusIt::Full.code(),
                Level::Behaviour,
                "its status",
            ),
        rule("retry-dropped").saw(
            !repeated,
            Level::Behaviour,
            "old clients repeat, new ones do not",
        ),
        rule("timeout-changed").saw(!deadline, Level::Behaviour, "the deadlines of both"),
        rule("retry-promised").saw(
            promised,
            Level::Breaks,
            "old clients do not repeat, new ones do",
        ),
    ]);
    proofs
}

/// Errors that one version throws and the other gets.
async fn errors() -> Vec<Proof> {
    let mut renamed = rule("error-renamed");
    let mut grown = rule("error-variant-added");
    let mut shrunk = rule("error-variant-reserved");
    for form in [Form::Native, Form::Protobuf] {
        let (old, new) = (old_client(form), new_client(form));
        let (ping, pong) = (before::Ping { id: 7 }, after::Ping { id: 7 });

        let fault = old.renamed(ping.clone()).await.unwrap_err();
        let known = fault.error() == Some(&before::ErrorRenamedOld::It(7));
        renamed = renamed.saw(known, Level::Breaks, "a new error at an old client");
        assert_eq!(fault.code(), Code::NotFound);

        let fault = old.grown(ping).await.unwrap_err();
        let Some(before::ErrorVariantAdded::Unknown(error)) = fault.error() else {
            panic!("{fault:?}")
        };
        let told = (error.code(), error.message()) == (Code::Aborted, "more");
        grown = grown.saw(told, Level::Breaks, "a new variant at an old client");

        let fault = new.shrunk(pong).await.unwrap_err();
        let Some(after::ErrorVariantReserved::Unknown(error)) = fault.error() else {
            panic!("{fault:?}")
        };
        let told = (error.code(), error.message()) == (Code::Aborted, "gone");
        shrunk = shrunk.saw(told, Level::Breaks, "an old variant at a new client");
    }
    vec![renamed, grown, shrunk]
}

fn method<'a>(service: &'a ServiceDescriptor, name: &str) -> &'a stillwire::rpc::MethodDescriptor {
    service.methods.iter().find(|m| m.name == name).unwrap()
}
