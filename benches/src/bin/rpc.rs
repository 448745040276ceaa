//! Calls on every stack, in one run.
//!
//! ```text
//! cargo run --release -p stillwire-benches --bin rpc
//! cargo run --release -p stillwire-benches --bin rpc -- --quick --json
//! ```
#![forbid(unsafe_code)]

use std::error::Error;
use std::process::Command;
use std::time::Duration;

use clap::{Parser, ValueEnum as _};
use stillwire_benches::process::{Place, Process, say};
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
    /// Calls a stack, whose server has this process id; for the program itself.
    #[arg(long, hide = true, num_args = 2)]
    drive: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    if let Some(stack) = options.serve {
        return runtime.block_on(server::serve(stack, |place| {
            let _ = say(&place); // the parent may be gone, and ends this with it
        }));
    }
    let seconds = if options.quick {
        QUICK_SECONDS
    } else {
        SECONDS
    };
    if let [stack, server] = &options.drive[..] {
        let stack = Stack::from_str(stack, false)?;
        let place = Place::heard()?;
        return runtime.block_on(async {
            let client = Client::connect(stack, &place).await;
            let client = client.map_err(|error| error.to_string())?;
            let time = Duration::from_secs_f64(seconds);
            let only = options.only.as_deref().unwrap_or_default();
            let wanted = |name: &str| name.starts_with(only);
            load::run(stack, &client, server.parse()?, time, wanted, |row| {
                let _ = say(&row);
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
    let (server, place) = Process::serve(pinned("0")?.args(["--serve", stack.name()]))?;
    let mut client = pinned("1")?;
    client.args(["--drive", stack.name(), &server.id().to_string()]);
    if options.quick {
        client.arg("--quick");
    }
    if let Some(only) = &options.only {
        client.args(["--only", only]);
    }
    let mut client = Process::drive(&mut client, &place)?;
    let mut rows = Vec::new();
    while let Some(line) = client.hear()? {
        if options.json {
            println!("{line}");
        }
        rows.push(serde_json::from_str(&line)?);
    }
    if !client.succeeds()? {
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
