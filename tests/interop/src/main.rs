//! `serve` is the server of gRPC's interoperability cases, `call` runs them against the server of someone else.

use clap::{Parser, Subcommand, ValueEnum};
use std::error::Error;
use stillwire::grpc::{Compression, GrpcTransport, Options};
use stillwire::rpc::{Caller, Limits};
use stillwire::{Channel, Server};
use stillwire_interop::grpc::testing::TestService;
use stillwire_interop::{Host, cases};

#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves over h2c on a free port of loopback, which it prints, until it is told to end.
    Serve {
        /// Compresses replies.
        #[arg(long)]
        compress: Option<Encoding>,
    },
    /// Runs cases against the server at `host:port`, over h2c; all, where none is named.
    Call {
        authority: String,
        cases: Vec<String>,
        /// Compresses requests.
        #[arg(long)]
        compress: Option<Encoding>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Encoding {
    Gzip,
    Zstd,
}

impl From<Encoding> for Compression {
    fn from(encoding: Encoding) -> Self {
        match encoding {
            Encoding::Gzip => Self::Gzip,
            Encoding::Zstd => Self::Zstd,
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    match Arguments::parse().command {
        Command::Serve { compress } => serve(compress).await,
        Command::Call {
            authority,
            cases,
            compress,
        } => call(&authority, &cases, compress).await,
    }
}

async fn serve(compress: Option<Encoding>) -> Result<(), Box<dyn Error>> {
    let mut options = Options::default();
    options.compression = compress.map(Compression::from);
    let server = Server::new().add(Host.serve()).grpc_plain("127.0.0.1:0");
    let bound = server.grpc_options(options).bind().await?;
    println!("{}", bound.url("grpc").unwrap_or_default());
    bound
        .run_until(async { _ = tokio::signal::ctrl_c().await })
        .await;
    Ok(())
}

async fn call(
    authority: &str,
    named: &[String],
    compress: Option<Encoding>,
) -> Result<(), Box<dyn Error>> {
    let limits = Limits::default();
    let mut transport = GrpcTransport::new(authority, None, limits.clone())?;
    if let Some(by) = compress {
        transport = transport.compressed(by.into());
    }
    let caller = Caller::from(Channel::over(transport, &limits));
    let all = cases::ALL.iter().copied().chain(["unimplemented_service"]);
    let named: Vec<_> = match named {
        [] => all.collect(),
        some => some.iter().map(String::as_str).collect(),
    };
    let mut failed = 0;
    for case in named {
        match cases::run(case, &caller).await {
            Ok(()) => println!("ok      {case}"),
            Err(error) => {
                failed += 1;
                println!("FAILED  {case}: {error}");
            }
        }
    }
    match failed {
        0 => Ok(()),
        count => Err(format!("{count} cases failed").into()),
    }
}
