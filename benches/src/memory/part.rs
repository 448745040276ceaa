//! A server or a client as a process of its own, which does what its parent says line by line.

use std::error::Error;
use std::io::{BufRead, BufReader, Lines, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::client::Client;
use super::{Stack, Use, server};

/// The parent's end.
pub struct Part {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl Part {
    /// Starts this program as a part.
    pub fn start(arguments: &[&str]) -> Result<Self, Box<dyn Error>> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let input = child.stdin.take().ok_or("no input")?;
        let output = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        Ok(Self {
            child,
            input,
            output,
        })
    }

    /// Says a line, and waits for the answer.
    pub fn ask(&mut self, line: &str) -> Result<String, Box<dyn Error>> {
        writeln!(self.input, "{line}")?;
        Ok(self
            .output
            .next()
            .ok_or_else(|| format!("a part ended at {line:?}"))??)
    }

    /// What it has.
    pub fn measure(&mut self) -> Result<Use, Box<dyn Error>> {
        Ok(serde_json::from_str(&self.ask("measure")?)?)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Is the server of a stack.
pub async fn serve(stack: Stack) -> Result<(), Box<dyn Error>> {
    let running = server::start(stack).await?;
    let mut lines = lines();
    while let Some(line) = lines.recv().await {
        say(&match line.as_str() {
            "where" => serde_json::to_string(&(&running.url, &running.certificate))?,
            _ => serde_json::to_string(&Use::now((running.calls)()))?,
        });
    }
    Ok(())
}

/// Is the client of a stack.
pub async fn call(stack: Stack) -> Result<(), Box<dyn Error>> {
    let mut lines = lines();
    let place = lines.recv().await.ok_or("no server")?;
    let (url, certificate): (String, String) = serde_json::from_str(&place)?;
    let mut client = Client::new(stack, &url, &certificate).map_err(|e| e.to_string())?;
    say("ready");
    while let Some(line) = lines.recv().await {
        let (what, number) = line.split_once(' ').unwrap_or((&line, "0"));
        let number = number.parse()?;
        match what {
            "connect" => client.connect(number).await.map_err(|e| e.to_string())?,
            "call" => client.call(number),
            "pour" => client.pour(number).map_err(|e| e.to_string())?,
            _ => {
                say(&serde_json::to_string(&Use::now(0))?);
                continue;
            }
        }
        say("done");
    }
    Ok(())
}

fn say(line: &str) {
    println!("{line}");
    let _ = std::io::stdout().flush();
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
