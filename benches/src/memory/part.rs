//! A server or a client as a process of its own, which does what its parent says line by line.

use std::error::Error;
use std::process::Command;

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::client::Client;
use super::{Stack, Use, server};
use crate::process::{Place, Process, say};

/// The parent's end.
pub struct Part(Process);

impl Part {
    /// Starts this program as a part.
    pub fn start(arguments: &[&str]) -> Result<Self, Box<dyn Error>> {
        let mut command = Command::new(std::env::current_exe()?);
        Ok(Self(Process::start(command.args(arguments))?))
    }

    /// Says a line, and waits for the answer.
    pub fn ask(&mut self, line: &str) -> Result<String, Box<dyn Error>> {
        self.0.say(line)?;
        let answer = self.0.hear()?;
        Ok(answer.ok_or_else(|| format!("a part ended at {line:?}"))?)
    }

    /// What it has.
    pub fn measure(&mut self) -> Result<Use, Box<dyn Error>> {
        Ok(serde_json::from_str(&self.ask("measure")?)?)
    }
}

/// Is the server of a stack.
pub async fn serve(stack: Stack) -> Result<(), Box<dyn Error>> {
    let running = server::start(stack).await?;
    let mut lines = lines();
    while let Some(line) = lines.recv().await {
        match line.as_str() {
            "where" => say(&running.place)?,
            _ => say(&Use::now((running.calls)()))?,
        }
    }
    Ok(())
}

/// Is the client of a stack.
pub async fn call(stack: Stack) -> Result<(), Box<dyn Error>> {
    let mut lines = lines();
    let place = lines.recv().await.ok_or("no server")?;
    let place: Place = serde_json::from_str(&place)?;
    let mut client = Client::new(stack, place).map_err(|e| e.to_string())?;
    say(&"ready")?;
    while let Some(line) = lines.recv().await {
        let (what, number) = line.split_once(' ').unwrap_or((&line, "0"));
        let number = number.parse()?;
        match what {
            "connect" => client.connect(number).await.map_err(|e| e.to_string())?,
            "call" => client.call(number),
            "pour" => client.pour(number).map_err(|e| e.to_string())?,
            _ => {
                say(&Use::now(0))?;
                continue;
            }
        }
        say(&"done")?;
    }
    Ok(())
}

/// The lines that come in, without a wait for them in the runtime.
fn lines() -> UnboundedReceiver<String> {
    let (sender, receiver) = unbounded_channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}
