//! `stillwire call`, `ls`, `describe` and `bench` against a server, over each transport.

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use stillwire::tls::ServerTls;
use stillwire::{Call, Empty, Encoded, Fault, Inbound, Metadata, Outbound, Reply, Server, Status};
use stillwire_tests::acme::v1::{Count, Echo, LookUpError, Word};
use support::{Run, stillwire, stillwire_there};

struct Host;

fn word(text: &str) -> Word {
    let text = text.into();
    Word {
        text,
        ..Word::default()
    }
}

impl Echo for Host {
    async fn say(&self, call: &Call, request: Encoded<Word>) -> Result<Reply<Word>, Fault> {
        match request.view().text() {
            "fail" => Err(Status::not_found("no such word").into()),
            "wait" => {
                tokio::time::sleep(Duration::from_secs(60)).await;
                Ok(request.to_message().into())
            }
            "metadata" => {
                let user = call.metadata().get_text("user").unwrap_or("nobody");
                let raw = call.metadata().get("raw-bin").map(|raw| raw.len());
                let mut leading = Metadata::new();
                leading.append("seen-bin", vec![0, 255]).unwrap();
                let answer = word(&format!("{user} {raw:?}"));
                let mut reply = Reply::from(answer);
                *reply.leading_mut() = leading;
                Ok(reply)
            }
            _ => Ok(request.to_message().into()),
        }
    }

    async fn repeat(
        &self,
        _: &Call,
        request: Encoded<Word>,
        out: Outbound<Word>,
    ) -> Result<(), Fault> {
        for _ in 0..request.view().times().unwrap_or(1) {
            out.send(&request).await?;
        }
        match request.view().text() {
            "fail" => Err(Status::aborted("that is enough").into()),
            _ => Ok(()),
        }
    }

    async fn count(&self, _: &Call, mut input: Inbound<Word>) -> Result<Reply<Count>, Fault> {
        let mut words = 0;
        while input.next().await?.is_some() {
            words += 1;
        }
        Ok(Count { words }.into())
    }

    async fn talk(
        &self,
        _: &Call,
        mut input: Inbound<Word>,
        out: Outbound<Word>,
    ) -> Result<(), Fault> {
        while let Some(word) = input.next().await? {
            out.send(&word).await?;
        }
        Ok(())
    }

    async fn look_up(
        &self,
        _: &Call,
        request: Encoded<Word>,
    ) -> Result<Reply<Word>, Fault<LookUpError>> {
        Err(LookUpError::NoWord(request.to_message()).into())
    }

    async fn ping(&self, _: &Call, _: Encoded<Empty>) -> Result<Reply<Empty>, Fault> {
        Ok(Empty.into())
    }
}

/// A certificate and its key.
fn certificate() -> (String, String) {
    let names = ["localhost", "127.0.0.1"].map(str::to_owned);
    let made = rcgen::generate_simple_self_signed(names).unwrap();
    (made.cert.pem(), made.signing_key.serialize_pem())
}

/// A server on every transport, and the certificate that vouches for it.
struct Served {
    plain: String,
    urls: Vec<String>,
    /// Of one without reflection.
    bare: String,
    ca: PathBuf,
}

impl Served {
    /// What a command needs beside the URL.
    fn trust(&self, url: &str) -> Vec<&str> {
        if url.starts_with("unix") || url == self.plain {
            return Vec::new();
        }
        vec!["--ca", self.ca.to_str().unwrap()]
    }
}

/// The one of all tests: it runs as long as they do.
fn served() -> &'static Served {
    static SERVED: OnceLock<Served> = OnceLock::new();
    SERVED.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let (send, receive) = std::sync::mpsc::channel();
        let socket = folder.join("remote.sock");
        let _ = fs::remove_file(&socket);
        let unix = format!("unix://{}", socket.display());
        let socket_bare = folder.join("remote-bare.sock");
        let bare_url = format!("unix://{}", socket_bare.display());
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let (certificate, key) = certificate();
                let tls = ServerTls::from_pem(&certificate, &key).unwrap();
                let plain = Server::new()
                    .add(Echo::serve(Host))
                    .grpc_plain("127.0.0.1:0");
                let plain = plain.bind().await.unwrap();
                let all = Server::new()
                    .add(Echo::serve(Host))
                    .quic("127.0.0.1:0", tls.clone())
                    .tcp("127.0.0.1:0", tls.clone())
                    .unix(&socket)
                    .grpc("127.0.0.1:0", tls.clone());
                let all = all.bind().await.unwrap();
                let _ = fs::remove_file(&socket_bare);
                let bare = Server::new().add(Echo::serve(Host)).reflection(false);
                let bare = bare.unix(&socket_bare).bind().await.unwrap();
                let urls = ["quic", "tcp", "grpc"].map(|name| all.url(name).unwrap());
                send.send((plain.url("grpc").unwrap(), urls, certificate))
                    .unwrap();
                tokio::join!(
                    plain.run_until(std::future::pending()),
                    all.run_until(std::future::pending()),
                    bare.run_until(std::future::pending())
                );
            });
        });
        let (plain, urls, certificate) = receive.recv().unwrap();
        let ca = folder.join("remote.pem");
        fs::write(&ca, certificate).unwrap();
        let urls = urls.into_iter().chain([unix]).collect();
        Served {
            plain,
            urls,
            bare: bare_url,
            ca,
        }
    })
}

fn schema() -> String {
    format!(
        "{}/../tests/schemas/acme/v1/echo.still",
        env!("CARGO_MANIFEST_DIR")
    )
}

/// Calls by reflection.
fn call(method: &str, rest: &[&str], input: &str) -> Run {
    let args = [&["call", &served().plain, method][..], rest].concat();
    stillwire(&args, input.as_bytes())
}

#[test]
fn every_kind_of_call_goes_over_every_transport() {
    let served = served();
    let schema = schema();
    let schema = ["--schema", &schema];
    let urls = served.urls.iter().chain([&served.plain]);
    for (url, types) in urls.flat_map(|url| [(url, &[][..]), (url, &schema)]) {
        let run = |method: &str, message: &[&str], input: &str| {
            let args = ["call", url, method];
            let args = [&args, types, &served.trust(url)[..], message].concat();
            let run = stillwire(&args, input.as_bytes());
            assert_eq!(run.code, 0, "{url} {method}: {}", run.stderr);
            run.stdout
        };
        let word = "{\"text\":\"hi\",\"times\":2,\"tone\":\"TONE_LOUD\",\"tags\":{\"a\":1},\"topic\":\"\"}";
        assert_eq!(
            run("acme.v1.Echo/Say", &[word], ""),
            format!("{word}\n"),
            "{url}"
        );
        assert_eq!(
            run("acme.v1.Echo/Repeat", &[word], ""),
            format!("{word}\n{word}\n"),
            "{url}"
        );
        let lines = "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n{}\n";
        assert_eq!(
            run("acme.v1.Echo/Count", &[], lines),
            "{\"words\":\"3\"}\n",
            "{url}"
        );
        assert_eq!(
            run("acme.v1.Echo/Talk", &[], lines),
            lines.replace("\n\n", "\n"),
            "{url}"
        );
        assert_eq!(
            run("acme.v1.Echo/Talk", &["{\"text\":\"c\"}"], ""),
            "{\"text\":\"c\"}\n"
        );
        assert_eq!(run("acme.v1.Echo/Ping", &[], ""), "{}\n", "{url}");
    }
}

#[test]
fn reflection_tells_what_a_schema_would() {
    let word =
        "{\"text\":\"hi\",\"times\":2,\"tone\":\"TONE_LOUD\",\"tags\":{\"a\":1},\"topic\":\"\"}";
    for method in [
        "acme.v1.Echo/Say",
        "/acme.v1.Echo/Say",
        "acme.v1.Echo.Say",
        "Echo/say",
    ] {
        let run = call(method, &[word], "");
        assert_eq!(
            (run.code, run.stdout.trim_end()),
            (0, word),
            "{method}: {}",
            run.stderr
        );
    }
    let run = call(
        "acme.v1.Echo/Talk",
        &["-"],
        "{\"text\":\"a\"}\n{\"text\":\"b\"}\n",
    );
    assert_eq!(run.stdout, "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
    assert_eq!(
        call("acme.v1.Echo/Say", &["-"], "{\"text\":\"a\"}\n").stdout,
        "{\"text\":\"a\"}\n"
    );
    assert_eq!(call("acme.v1.Echo/Ping", &[], "").stdout, "{}\n");
}

#[test]
fn the_exit_code_is_the_status() {
    let run = call("acme.v1.Echo/Say", &["{\"text\":\"fail\"}"], "");
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (64 + 5, "error: NOT_FOUND: no such word\n")
    );
    // What came before a stream failed is printed.
    let run = call(
        "acme.v1.Echo/Repeat",
        &["{\"text\":\"fail\",\"times\":2}"],
        "",
    );
    assert_eq!((run.code, run.stdout.lines().count()), (64 + 10, 2));
    assert_eq!(run.stderr, "error: ABORTED: that is enough\n");
    let begun = Instant::now();
    let run = call(
        "acme.v1.Echo/Say",
        &["{\"text\":\"wait\"}", "--deadline", "200ms"],
        "",
    );
    assert_eq!(run.code, 64 + 4, "{}", run.stderr);
    assert!(begun.elapsed() < Duration::from_secs(20));
    // Nobody listens there.
    let run = stillwire(&["ls", "grpc://127.0.0.1:9"], b"");
    assert_eq!(run.code, 64 + 14, "{}", run.stderr);
}

#[test]
fn what_a_method_throws_is_told_with_its_values() {
    let served = served();
    let schema = schema();
    let unix = served
        .urls
        .iter()
        .find(|url| url.starts_with("unix"))
        .unwrap();
    for more in [
        &[&*served.plain][..],
        &[&*served.plain, "--schema", &schema],
        &[unix, "--schema", &schema],
        &[unix],
    ] {
        let call = [
            "call",
            more[0],
            "Echo/LookUp",
            "{\"text\":\"x\",\"times\":3}",
        ];
        let run = stillwire(&[&call[..], &more[1..]].concat(), b"");
        assert_eq!(run.code, 64 + 5, "{more:?}: {}", run.stderr);
        let detail = "\ndetail: acme.v1.LookUpError {\"noWord\":{\"text\":\"x\",\"times\":3}}\n";
        assert!(run.stderr.ends_with(detail), "{more:?}: {}", run.stderr);
    }
}

#[test]
fn what_is_no_call_is_told_with_its_place() {
    for (args, told) in [
        (vec!["Nope/Say"], "error: reflection: Nope: "),
        (
            vec!["acme.v1.Echo/Nope"],
            "error: there is no method `acme.v1.Echo/Nope`; there are acme.v1.Echo/Say,",
        ),
        (
            vec!["acme.v1.Echo/Say", "{\"txt\":1}"],
            "error: a request of acme.v1.Echo/Say: ",
        ),
        (
            vec!["acme.v1.Echo/Say", "{", "--schema", "nope.still"],
            "error: ",
        ),
        (
            vec!["acme.v1.Echo/Say", "{}", "-H", "raw-bin: 0"],
            "error: metadata \"raw-bin\": its bytes are not hexadecimal",
        ),
        (
            vec!["acme.v1.Echo/Say", "{}", "-H", "gr\u{fc}n: 1"],
            "error: metadata ",
        ),
    ] {
        let run = call(args[0], &args[1..], "");
        assert_eq!(run.code, 1, "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{args:?}: {}", run.stderr);
    }
    let run = call("acme.v1.Echo/Talk", &[], "{\"text\":\"a\"}\nnonsense\n");
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("standard input, line 2: "),
        "{}",
        run.stderr
    );
    let quic = stillwire(
        &["call", "quic://127.0.0.1:1", "a.B/C", "--schema", &schema()],
        b"",
    );
    assert!(
        quic.stderr.contains("`--ca FILE` says whom to trust"),
        "{}",
        quic.stderr
    );
}

#[test]
fn a_server_that_tells_nothing_of_itself_is_called_by_a_schema() {
    let bare = &served().bare;
    let call = ["call", bare, "acme.v1.Echo/Say", "{\"text\":\"a\"}"];
    let run = stillwire(&call, b"");
    assert_eq!(run.code, 64 + 12, "{}", run.stderr);
    let run = stillwire(&["ls", bare], b"");
    assert_eq!(run.code, 64 + 12, "{}", run.stderr);
    let run = stillwire(&[&call[..], &["--schema", &schema()]].concat(), b"");
    assert_eq!((run.code, &*run.stdout), (0, "{\"text\":\"a\"}\n"));
}

#[test]
fn metadata_goes_both_ways() {
    let more = [
        "{\"text\":\"metadata\"}",
        "-v",
        "-H",
        "user: me",
        "--metadata",
        "Raw-Bin: 00ff10",
    ];
    let run = call("acme.v1.Echo/Say", &more, "");
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (0, "{\"text\":\"me Some(3)\"}\n"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("* head: seen-bin: 00ff\n"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("* OK, 1 replies, "), "{}", run.stderr);
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_call() {
    let message = "{\"text\":\"x\",\"times\":4000000000}";
    let mut child = Command::new(env!("CARGO_BIN_EXE_stillwire"))
        .args(["call", &served().plain, "acme.v1.Echo/Repeat", message])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    drop(out);
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "the stream goes on"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_certificate_is_trusted_by_choice_alone() {
    let served = served();
    let schema = schema();
    for url in served.urls.iter().filter(|url| !url.starts_with("unix")) {
        let base = ["call", url, "acme.v1.Echo/Ping", "--schema", &schema];
        let insecure = stillwire(&[&base[..], &["--insecure"]].concat(), b"");
        assert_eq!(insecure.code, 0, "{url}: {}", insecure.stderr);
        // Somebody else's certificate does not vouch for the server.
        let other = served.ca.with_file_name("other.pem");
        fs::write(&other, certificate().0).unwrap();
        let other = other.to_str().unwrap();
        let wrong = stillwire(
            &[&base[..], &["--ca", other, "--deadline", "5s"]].concat(),
            b"",
        );
        assert!(wrong.code > 64, "{url}: {} {}", wrong.code, wrong.stdout);
    }
}

#[test]
fn a_certificate_is_shown_and_what_is_none_is_told() {
    let served = served();
    let schema = schema();
    let (cert, key) = certificate();
    let paths = [("mine.pem", &cert), ("mine.key", &key)].map(|(name, text)| {
        let path = served.ca.with_file_name(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let [cert, key] = &paths;
    let url = served
        .urls
        .iter()
        .find(|url| url.starts_with("tcp"))
        .unwrap();
    let base = [
        "call",
        url,
        "acme.v1.Echo/Ping",
        "--schema",
        &schema,
        "--insecure",
    ];
    // A server that does not ask for it does not mind.
    let shown = stillwire(&[&base[..], &["--cert", cert, "--key", key]].concat(), b"");
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    let mixed = stillwire(&[&base[..], &["--cert", key, "--key", cert]].concat(), b"");
    assert_ne!(mixed.code, 0);
    assert!(mixed.stderr.contains("mine.key: "), "{}", mixed.stderr);
    let alone = stillwire(&[&base[..], &["--cert", cert]].concat(), b"");
    assert!(alone.stderr.contains("--key"), "{}", alone.stderr);
}

#[test]
fn a_server_is_listed_and_described() {
    let served = served();
    for url in served.urls.iter().chain([&served.plain]) {
        let trust = served.trust(url);
        let ls = stillwire(&[&["ls", url], &trust[..]].concat(), b"");
        assert_eq!(ls.code, 0, "{url}: {}", ls.stderr);
        assert!(
            ls.stdout.lines().any(|line| line == "acme.v1.Echo"),
            "{url}: {}",
            ls.stdout
        );
        let long = stillwire(&[&["ls", "--long", url], &trust[..]].concat(), b"").stdout;
        assert!(
            long.contains("  rpc Talk(stream acme.v1.Word) returns (stream acme.v1.Word);\n"),
            "{url}: {long}"
        );
        let word = "message acme.v1.Word {\n  string text = 1;\n  optional uint32 times = 2;\n  acme.v1.Tone tone = 3;\n  map<string, uint32> tags = 4;\n  oneof about {\n    google.protobuf.Empty nothing = 5;\n    string topic = 6;\n  }\n}\n";
        let schema = schema();
        for more in [&[][..], &["--schema", &schema]] {
            let run = |symbol: &str| {
                let args = [&["describe", url, symbol], more, &trust].concat();
                let run = stillwire(&args, b"");
                assert_eq!(run.code, 0, "{url} {symbol}: {}", run.stderr);
                run.stdout
            };
            assert_eq!(run("acme.v1.Word"), word);
            assert_eq!(
                run("acme.v1.Tone"),
                "enum acme.v1.Tone {\n  TONE_UNSPECIFIED = 0;\n  TONE_LOUD = 1;\n}\n"
            );
            assert!(run("Echo").starts_with("service acme.v1.Echo {\n  rpc Say(acme.v1.Word)"));
            let count = run("acme.v1.Echo/Count");
            assert!(count.contains("message acme.v1.Count {\n  uint64 words = 1;\n}\n"));
        }
    }
}

/// What every server has can be asked for without a schema, too.
#[test]
fn health_is_called_on_every_transport() {
    let served = served();
    for url in served.urls.iter().chain([&served.plain]) {
        let args = ["call", url, "grpc.health.v1.Health/Check"];
        let run = stillwire(&[&args, &served.trust(url)[..]].concat(), b"");
        assert_eq!(run.code, 0, "{url}: {}", run.stderr);
        assert!(
            run.stdout.contains("{\"status\":\"SERVING\"}"),
            "{url}: {}",
            run.stdout
        );
        let args = [args[0], args[1], args[2], "{\"service\":\"acme.v1.Nope\"}"];
        let run = stillwire(&[&args, &served.trust(url)[..]].concat(), b"");
        assert_eq!(run.code, 64 + 5, "{url}: {}", run.stderr);
    }
}

#[test]
fn a_bench_counts_what_it_was_asked_for() {
    let url = &served().plain;
    let args = [
        "bench",
        url,
        "acme.v1.Echo/Say",
        "{\"text\":\"x\"}",
        "-n",
        "500",
        "-c",
        "8",
    ];
    let text = stillwire(&args, b"");
    assert_eq!(text.code, 0, "{}", text.stderr);
    assert!(
        text.stdout.starts_with("acme.v1.Echo/Say: 500 calls in "),
        "{}",
        text.stdout
    );
    for name in ["p50", "p90", "p99", "p99.9", "█"] {
        assert!(text.stdout.contains(name), "{}", text.stdout);
    }
    let json = stillwire(&[&args[..], &["--json"]].concat(), b"");
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(
        (&json["calls"], &json["concurrency"]),
        (&500.into(), &8.into())
    );
    let order = ["p50_us", "p90_us", "p99_us", "p999_us", "max_us"]
        .map(|name| json[name].as_u64().unwrap());
    assert!(order.is_sorted() && order[0] > 0, "{order:?}");
    let refused = stillwire(
        &["bench", url, "acme.v1.Echo/Say", "{\"text\":\"fail\"}"],
        b"",
    );
    assert_eq!(refused.code, 64 + 5, "{}", refused.stderr);
    let streams = stillwire(&["bench", url, "acme.v1.Echo/Talk"], b"");
    assert!(
        streams.code == 1 && streams.stderr.contains("streams"),
        "{}",
        streams.stderr
    );
}

#[test]
fn the_examples_of_the_help_run() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("remote-examples");
    fs::create_dir_all(&folder).unwrap();
    fs::write(
        folder.join("words.jsonl"),
        "{\"text\":\"a\"}\n{\"text\":\"b\"}\n",
    )
    .unwrap();
    let mut ran = 0;
    for command in ["call", "ls", "describe", "bench"] {
        let help = stillwire(&[command, "--help"], b"").stdout;
        let (_, examples) = help.split_once("Examples:").unwrap();
        for line in examples
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("stillwire"))
        {
            let line = line.replace("grpc://localhost:50051", &served().plain);
            let (line, input) = match line.split_once(" < ") {
                Some((line, file)) => (line.to_owned(), fs::read(folder.join(file)).unwrap()),
                None => (line, Vec::new()),
            };
            // Quotes as a shell takes them.
            let words: Vec<String> = line
                .split('\'')
                .enumerate()
                .flat_map(|(at, part)| match at % 2 {
                    0 => part.split_whitespace().map(str::to_owned).collect(),
                    _ => vec![part.to_owned()],
                })
                .collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let run = stillwire_there(&folder, &words[1..], &input);
            assert_eq!(run.code, 0, "{line}: {}", run.stderr);
            ran += 1;
        }
    }
    assert_eq!(ran, 10);
}
