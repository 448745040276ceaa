//! `serve` is the server of gRPC's interoperability cases, `call` runs them against the server of someone else.

use clap::{Parser, Subcommand, ValueEnum};
use std::error::Error;
use std::path::{Path, PathBuf};
use stillwire::grpc::{Compression, GrpcTransport, Options, Origins};
use stillwire::rpc::{Caller, Limits};
use stillwire::tls::ServerTls;
use stillwire::{BoundServer, Channel, Server};
use stillwire_interop::grpc::testing::TestService;
use stillwire_interop::interop::v1::Till;
use stillwire_interop::{Host, cases};

#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves gRPC and gRPC-Web without TLS on a free port of loopback, which it prints, until it is told to end.
    Serve {
        /// Serves over QUIC instead, with a certificate for `localhost` that is written to this file.
        #[arg(long, conflicts_with = "compress")]
        quic: Option<PathBuf>,
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
        Command::Serve {
            quic: Some(certificate),
            ..
        } => serve_quic(&certificate).await,
        Command::Serve { compress, .. } => serve(compress).await,
        Command::Call {
            authority,
            cases,
            compress,
        } => call(&authority, &cases, compress).await,
    }
}

async fn serve(compress: Option<Encoding>) -> Result<(), Box<dyn Error>> {
    let mut options = Options::default().web(Origins::Any);
    options.compression = compress.map(Compression::from);
    let server = services().grpc_plain("127.0.0.1:0").grpc_options(options);
    run(server.bind().await?, "grpc").await
}

async fn serve_quic(certificate: &Path) -> Result<(), Box<dyn Error>> {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()])?;
    std::fs::write(certificate, made.cert.pem())?;
    let tls = ServerTls::from_pem(made.cert.pem(), made.signing_key.serialize_pem())?;
    run(services().quic("127.0.0.1:0", tls).bind().await?, "quic").await
}

fn services() -> Server {
    Server::new()
        .add(TestService::serve(Host))
        .add(Till::serve(Host))
}

async fn run(bound: BoundServer, transport: &str) -> Result<(), Box<dyn Error>> {
    println!("{}", bound.url(transport).unwrap_or_default());
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
