//! Calls on every stack, in one run.
//!
//! ```text
//! cargo run --release -p stillwire-benches --bin rpc
//! cargo run --release -p stillwire-benches --bin rpc -- --quick --json
//! ```
#![forbid(unsafe_code)]

use std::error::Error;
use std::io::{BufRead, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use clap::{Parser, ValueEnum as _};
use stillwire_benches::rpc::client::Client;
use stillwire_benches::rpc::load::{self, Row};
use stillwire_benches::rpc::{Stack, server, table};

/// Seconds for each figure, without and with `--quick`.
const SECONDS: f64 = 2.0;
const QUICK_SECONDS: f64 = 0.5;

/// Compares Stillwire's calls with those of its peers. Server and client are processes of their own, each on a core of its own.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Only this stack; may be given more than once.
    #[arg(long, value_name = "NAME")]
    stack: Vec<Stack>,
    /// Only figures whose name begins so, as `echo-32-64` (bytes, calls at a time) or `stream-65536`.
    #[arg(long, value_name = "PREFIX")]
    only: Option<String>,
    /// A fast look, less exact.
    #[arg(long)]
    quick: bool,
    /// Prints one JSON object for each figure.
    #[arg(long)]
    json: bool,
    /// Serves a stack; for the program itself.
    #[arg(long, hide = true)]
    serve: Option<Stack>,
    /// Calls a stack at this URL, whose server has this process id; for the program itself.
    #[arg(long, hide = true, num_args = 3)]
    drive: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    if let Some(stack) = options.serve {
        return runtime.block_on(server::serve(stack, |place| {
            // One line for the URL, then the certificate up to the end of its block.
            println!("{}\n{}", place.url, place.certificate);
            let _ = std::io::stdout().flush();
        }));
    }
    let seconds = if options.quick {
        QUICK_SECONDS
    } else {
        SECONDS
    };
    if let [stack, url, server] = &options.drive[..] {
        let stack = Stack::from_str(stack, false)?;
        let certificate = std::io::read_to_string(std::io::stdin())?;
        return runtime.block_on(async {
            let client = Client::connect(stack, url, &certificate).await;
            let client = client.map_err(|error| error.to_string())?;
            let time = Duration::from_secs_f64(seconds);
            let only = options.only.as_deref().unwrap_or_default();
            let wanted = |name: &str| name.starts_with(only);
            load::run(stack, &client, server.parse()?, time, wanted, |row| {
                println!("{}", serde_json::to_string(&row).unwrap_or_default());
            })
            .await
        });
    }
    let stacks = if options.stack.is_empty() {
        Stack::ALL.to_vec()
    } else {
        options.stack.clone()
    };
    let mut rows = Vec::new();
    for stack in stacks {
        rows.extend(measure(stack, &options)?);
    }
    if !options.json {
        println!("{}", table::figures(&rows));
        println!("{}", table::ratios(&rows).0);
    }
    Ok(())
}

/// Runs server and client of a stack.
fn measure(stack: Stack, options: &Options) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut server = Running(
        pinned("0")?
            .args(["--serve", stack.name()])
            .stdout(Stdio::piped())
            .spawn()?,
    );
    let mut lines = BufReader::new(server.0.stdout.take().ok_or("no output")?).lines();
    let url = lines.next().ok_or("the server says nothing")??;
    let mut certificate = String::new();
    // Read on by reference: the server would fail to write where nobody can read.
    for line in lines.by_ref() {
        let line = line?;
        certificate.push_str(&line);
        certificate.push('\n');
        if line.starts_with("-----END") {
            break;
        }
    }
    let mut client = pinned("1")?;
    client.args(["--drive", stack.name(), &url, &server.0.id().to_string()]);
    if options.quick {
        client.arg("--quick");
    }
    if let Some(only) = &options.only {
        client.args(["--only", only]);
    }
    let mut client = Running(
        client
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?,
    );
    let mut input = client.0.stdin.take().ok_or("no input")?;
    input.write_all(certificate.as_bytes())?;
    drop(input);
    let mut rows = Vec::new();
    for line in BufReader::new(client.0.stdout.take().ok_or("no output")?).lines() {
        let line = line?;
        if options.json {
            println!("{line}");
        }
        rows.push(serde_json::from_str(&line)?);
    }
    if !client.0.wait()?.success() {
        return Err(format!("the client of {} failed", stack.name()).into());
    }
    Ok(rows)
}

/// This program again, on one core.
fn pinned(core: &str) -> Result<Command, Box<dyn Error>> {
    let mut command = Command::new("taskset");
    command.args(["-c", core]).arg(std::env::current_exe()?);
    Ok(command)
}

/// A process that ends with this.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
