//! Servers and clients that are processes of their own: what they say to their parent, and their parent to them, line by line.
//!
//! ```text
//!  server ── where it is ──▶ parent ── where the server is ──▶ client ── figures ──▶ parent
//! ```

use std::error::Error;
use std::io::{BufRead, BufReader, Lines, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::{Deserialize, Serialize};

/// Where a server is, and the certificate that it shows, in PEM.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Place {
    pub url: String,
    pub certificate: String,
}

impl Place {
    /// Hears it from the parent.
    pub fn heard() -> Result<Self, Box<dyn Error>> {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        Ok(serde_json::from_str(&line)?)
    }
}

/// Says something to the parent.
pub fn say(what: &impl Serialize) -> Result<(), Box<dyn Error>> {
    println!("{}", serde_json::to_string(what)?);
    Ok(std::io::stdout().flush()?)
}

/// A process that ends with this.
pub struct Process {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl Process {
    pub fn start(command: &mut Command) -> Result<Self, Box<dyn Error>> {
        let mut child = command
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

    /// Starts a server, and waits until it says where it is.
    pub fn serve(command: &mut Command) -> Result<(Self, Place), Box<dyn Error>> {
        let mut server = Self::start(command)?;
        let place = server.hear()?.ok_or("the server says nothing")?;
        let place = serde_json::from_str(&place)?;
        Ok((server, place))
    }

    /// Starts a client, and says where its server is.
    pub fn drive(command: &mut Command, place: &Place) -> Result<Self, Box<dyn Error>> {
        let mut client = Self::start(command)?;
        client.say(&serde_json::to_string(place)?)?;
        Ok(client)
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Says a line.
    pub fn say(&mut self, line: &str) -> Result<(), Box<dyn Error>> {
        Ok(writeln!(self.input, "{line}")?)
    }

    /// The next line that it says; none once it has ended.
    pub fn hear(&mut self) -> Result<Option<String>, Box<dyn Error>> {
        Ok(self.output.next().transpose()?)
    }

    /// Waits for its end; says whether that was a good one.
    pub fn succeeds(&mut self) -> Result<bool, Box<dyn Error>> {
        Ok(self.child.wait()?.success())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
