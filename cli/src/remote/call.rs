//! `stillwire call`: one call, in JSON.

use super::types::Method;
use super::{Connection, RemoteError, Source, code, details, lookup, run};
use crate::lines::Lines;
use bytes::Bytes;
use clap::Args;
use std::future::poll_fn;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use stillwire::rpc::{
    Budget, Caller, Event, Form, Input, InputSender, OutgoingCall, input_channel,
};
use stillwire::{Metadata, Status};
use tokio::sync::mpsc;

/// What to call, and with what.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Options {
    #[command(flatten)]
    connection: Connection,
    /// The method: package.Service/Method
    method: String,
    /// The message as JSON; `-` reads JSON lines from standard input, and so does a method that takes a stream when nothing is given. Otherwise nothing is `{}`
    #[arg(allow_hyphen_values = true)]
    message: Option<String>,
    #[command(flatten)]
    source: Source,
    /// Tell metadata and times on standard error
    #[arg(short, long)]
    verbose: bool,
}

const EXAMPLES: &str = "\
Examples:
  stillwire call grpc://localhost:50051 acme.v1.Echo/Say '{\"text\":\"hello\"}'
  stillwire call grpc://localhost:50051 acme.v1.Echo/Talk < words.jsonl
  stillwire call -v --deadline 2s -H 'user: me' grpc://localhost:50051 acme.v1.Echo/Say '{}'

Exits with 0 where the status is OK, and otherwise with 64 and the number of the status: 69 is
NOT_FOUND. 1 says that there was no call.";

/// Messages that wait between standard input and the call.
const AHEAD: usize = 16;

pub(crate) fn call(options: &Options) -> Result<ExitCode, RemoteError> {
    let status = run(async {
        let connection = &options.connection;
        let caller = connection.connect().await?;
        let method = lookup::method(&caller, connection, &options.source, &options.method).await?;
        let files = method.files.clone();
        let status = Session::start(options, caller, method)?.run().await?;
        let details = details::lines(&status, &files);
        Ok((status, details))
    });
    let (status, details) = match status {
        // The reader has seen enough: that ends the call, and is no failure.
        Err(RemoteError::Output(error)) if error.kind() == ErrorKind::BrokenPipe => {
            return Ok(ExitCode::SUCCESS);
        }
        status => status?,
    };
    if status.is_ok() {
        return Ok(ExitCode::SUCCESS);
    }
    let told = RemoteError::Status(Box::new(status.clone()));
    let _ = writeln!(io::stderr(), "error: {told}");
    for detail in details {
        let _ = writeln!(io::stderr(), "detail: {detail}");
    }
    Ok(code(status.code))
}

/// A call that is made.
struct Session<'o> {
    options: &'o Options,
    caller: Caller,
    method: Method,
    form: Form,
    call: OutgoingCall,
    begun: Instant,
    replies: u64,
    wrong: Wrong,
}

/// What was wrong with standard input, which ended the call.
type Wrong = Arc<Mutex<Option<RemoteError>>>;

impl<'o> Session<'o> {
    fn start(options: &'o Options, caller: Caller, method: Method) -> Result<Self, RemoteError> {
        let form = caller.form();
        let wrong = Wrong::default();
        let call = OutgoingCall {
            wait_for_ready: false,
            method: method.known,
            metadata: options.connection.metadata()?,
            deadline: options.connection.until(),
            input: input(options, &method, form, &wrong)?,
        };
        Ok(Self {
            options,
            caller,
            method,
            form,
            call,
            begun: Instant::now(),
            replies: 0,
            wrong,
        })
    }

    async fn run(mut self) -> Result<Status, RemoteError> {
        let call = OutgoingCall {
            wait_for_ready: false,
            input: std::mem::replace(&mut self.call.input, Input::One(Bytes::new())),
            metadata: std::mem::take(&mut self.call.metadata),
            ..self.call
        };
        let status = if self.method.known.server_streaming {
            self.stream(call).await?
        } else {
            let outcome = self.caller.start_one(call).await;
            self.tell("head", &outcome.leading);
            if let Some(message) = outcome.message {
                self.show(message)?;
            }
            outcome.status
        };
        let wrong = self
            .wrong
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(wrong) = wrong {
            return Err(wrong);
        }
        self.tell("trailers", &status.metadata);
        if self.options.verbose {
            let (replies, took) = (self.replies, self.begun.elapsed());
            let _ = writeln!(
                io::stderr(),
                "* {}, {replies} replies, {took:.2?}",
                status.code
            );
        }
        Ok(status)
    }

    async fn stream(&mut self, call: OutgoingCall) -> Result<Status, RemoteError> {
        let deadline = call.deadline;
        let mut events = self.caller.start_many(call);
        loop {
            let event = poll_fn(|cx| events.poll_event(cx));
            let event = match deadline {
                None => event.await,
                Some(at) => match tokio::time::timeout_at(at.into(), event).await {
                    Ok(event) => event,
                    Err(_) => return Ok(Status::deadline_exceeded("the deadline passed")),
                },
            };
            match event {
                Event::Head(head) => self.tell("head", &head),
                Event::Messages(mut messages) => messages.try_for_each(|it| self.show(it))?,
                Event::End(status) => return Ok(*status),
            }
        }
    }

    /// Prints a reply: in lines for people, on one line for programs and of streams.
    fn show(&mut self, message: Bytes) -> Result<(), RemoteError> {
        let len = message.len();
        let pretty = !self.method.known.server_streaming && io::stdout().is_terminal();
        let text = self.method.output.read(message, self.form, pretty);
        let text = text.map_err(|error| RemoteError::Reply {
            method: self.method.name().to_owned(),
            error,
        })?;
        self.replies += 1;
        if self.options.verbose {
            let took = self.begun.elapsed();
            let _ = writeln!(
                io::stderr(),
                "* reply {}: {len} bytes after {took:.2?}",
                self.replies
            );
        }
        let mut out = io::stdout().lock();
        let printed = writeln!(out, "{text}").and_then(|()| out.flush());
        printed.map_err(RemoteError::Output)
    }

    fn tell(&self, what: &str, metadata: &Metadata) {
        if !self.options.verbose {
            return;
        }
        for (key, value) in metadata.iter() {
            let value = match std::str::from_utf8(value) {
                Ok(text) if !key.ends_with("-bin") => text.escape_debug().to_string(),
                _ => details::hex(value),
            };
            let _ = writeln!(io::stderr(), "* {what}: {key}: {value}");
        }
    }
}

/// What goes out.
fn input(
    options: &Options,
    method: &Method,
    form: Form,
    wrong: &Wrong,
) -> Result<Input, RemoteError> {
    let streams = method.known.client_streaming;
    let given = options.message.as_deref();
    match given {
        Some("-") | None if streams => {
            let (sender, input) = input_channel(Budget::DEFAULT);
            let side = method.input.clone();
            send(sender, wrong.clone(), move |line| side.write(line, form));
            Ok(input)
        }
        Some("-") => {
            let mut lines = Lines::open(None)?;
            let line = lines.next_line()?.unwrap_or(b"{}").to_vec();
            one(method, &line, form).map(Input::One)
        }
        text => {
            let message = one(method, text.unwrap_or("{}").as_bytes(), form)?;
            if !streams {
                return Ok(Input::One(message));
            }
            let (sender, input) = input_channel(Budget::DEFAULT);
            tokio::spawn(async move {
                // Where the server has gone, its status says why.
                if sender.send(message).await.is_ok() {
                    sender.finish();
                }
            });
            Ok(input)
        }
    }
}

fn one(method: &Method, json: &[u8], form: Form) -> Result<Bytes, RemoteError> {
    let written = method.input.write(json, form);
    written.map_err(|error| RemoteError::Request {
        method: method.name().to_owned(),
        error,
    })
}

/// Sends the lines of standard input. One that is wrong is told, and cancels the call.
fn send(
    sender: InputSender,
    wrong: Wrong,
    write: impl Fn(&[u8]) -> Result<Bytes, String> + Send + 'static,
) {
    let (queue, mut messages) = mpsc::channel(AHEAD);
    // Reading waits, so it has a thread of its own.
    std::thread::spawn(move || {
        let read = || -> Result<(), RemoteError> {
            let mut lines = Lines::open(None)?;
            while let Some(line) = lines.next_line()? {
                let message = write(line).map_err(|error| RemoteError::Line {
                    place: lines.place(),
                    error,
                })?;
                if queue.blocking_send(Ok(message)).is_err() {
                    break;
                }
            }
            Ok(())
        };
        if let Err(error) = read() {
            let _ = queue.blocking_send(Err(error));
        }
    });
    tokio::spawn(async move {
        while let Some(message) = messages.recv().await {
            match message {
                Ok(message) => {
                    if sender.send(message).await.is_err() {
                        return;
                    }
                }
                Err(error) => {
                    *wrong.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    sender.fail(Status::cancelled("the input is wrong"));
                    return;
                }
            }
        }
        sender.finish();
    });
}
