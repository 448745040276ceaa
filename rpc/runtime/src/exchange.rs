//! One call on its way into a handler: where raw input becomes typed input. Generated code calls nothing else.
//!
//! ```text
//! 0 => Box::pin(async move {
//!     let (call, request) = exchange.unary::<Lookup>()?;
//!     let result = self.0.lookup(&call, request).await;
//!     Ok(call.reply(result))
//! }),
//! ```

use crate::call::{BoxCall, Call, CallHead};
use crate::descriptor::MethodDescriptor;
use crate::form::Form;
use crate::inbound::Inbound;
use crate::input::Input;
use crate::outbound::Outbound;
use crate::queue::Sender;
use bytes::Bytes;
use http::Extensions;
use stillwire_codec::{Encoded, Limits, Message};
use stillwire_rpc_core::{Metadata, Status};

/// A call and its messages, before a handler has them.
#[derive(Debug)]
pub struct Exchange {
    /// The method's place in its descriptor.
    index: usize,
    call: BoxCall,
    input: Input,
    output: Option<Sender>,
    limits: Limits,
}

impl Exchange {
    pub(crate) fn new(
        index: usize,
        method: &'static MethodDescriptor,
        head: CallHead,
        input: Input,
        output: Option<Sender>,
        limits: Limits,
    ) -> Self {
        Self {
            index,
            call: Box::new(Call::new(method, head, output.as_ref())),
            input,
            output,
            limits,
        }
    }

    pub(crate) fn index(&self) -> usize {
        self.index
    }

    /// The call.
    pub fn call(&self) -> &Call {
        &self.call
    }

    /// The client's metadata, to be changed before a handler sees it.
    pub fn metadata_mut(&mut self) -> &mut Metadata {
        self.call.metadata_mut()
    }

    /// What a layer passes on to the handler: see [`Call::extensions`].
    pub fn extensions_mut(&mut self) -> &mut Extensions {
        self.call.extensions_mut()
    }

    /// How the call's messages are written.
    pub fn form(&self) -> Form {
        self.call.form()
    }

    /// One message in, one out.
    ///
    /// # Errors
    /// Where the message is not a `Req`.
    pub fn unary<Req: Message>(self) -> Result<(BoxCall, Encoded<Req>), Status> {
        let request = self.form().decode(one(self.input)?, &self.limits)?;
        Ok((self.call, request))
    }

    /// One message in, a stream out.
    ///
    /// # Errors
    /// Where the message is not a `Req`.
    pub fn server_streaming<Req, Res>(
        self,
    ) -> Result<(BoxCall, Encoded<Req>, Outbound<Res>), Status>
    where
        Req: Message,
        Res: Message,
    {
        let form = self.form();
        let request = form.decode(one(self.input)?, &self.limits)?;
        Ok((
            self.call,
            request,
            Outbound::of_handler(many(self.output)?, form),
        ))
    }

    /// A stream in, one message out.
    ///
    /// # Errors
    /// None today; the generated code is the same for each kind.
    pub fn client_streaming<Req: Message>(self) -> Result<(BoxCall, Inbound<Req>), Status> {
        let input = Inbound::new(self.input.into_stream(), self.call.form(), self.limits);
        Ok((self.call, input))
    }

    /// A stream in, a stream out.
    ///
    /// # Errors
    /// Where the transport made no stream for the replies.
    pub fn streaming<Req, Res>(self) -> Result<(BoxCall, Inbound<Req>, Outbound<Res>), Status>
    where
        Req: Message,
        Res: Message,
    {
        let form = self.form();
        let replies = many(self.output)?;
        let input = Inbound::new(self.input.into_stream(), form, self.limits);
        Ok((
            self.call,
            input.of_stream(replies.clone()),
            Outbound::of_handler(replies, form),
        ))
    }

    /// The parts without types: for a service that forwards bytes as they come.
    pub fn into_raw(self) -> (BoxCall, Input, Option<RawOutput>) {
        (self.call, self.input, self.output.map(RawOutput))
    }
}

/// The raw stream of replies of a call that has one.
#[derive(Debug)]
pub struct RawOutput(Sender);

impl RawOutput {
    /// Sends a message that is written in the call's form, once there is room for it.
    ///
    /// # Errors
    /// Where the reader has gone.
    pub async fn send(&self, message: Bytes) -> Result<(), crate::Gone> {
        self.0.send(message).await
    }
}

fn one(input: Input) -> Result<Bytes, Status> {
    match input {
        Input::One(message) => Ok(message),
        Input::Many(_) => Err(Status::internal(
            "the transport gave a stream to a method that takes one message",
        )),
    }
}

fn many(output: Option<Sender>) -> Result<Sender, Status> {
    output.ok_or_else(|| {
        Status::internal("the transport wants one reply of a method that gives a stream")
    })
}
