//! A client process that is killed in mid-stream.

use crate::siege::Siege;
use crate::support::{Event, ask};
use std::env;
use std::process::{Command, Stdio};
use stillwire::Channel;
use stillwire::tls::ClientTls;
use stillwire_tests::test::probe::v1::ProbeClient;

const URL: &str = "STILLWIRE_HOSTILE_URL";

/// The process that is killed: this very test, told where the server is.
#[tokio::test]
async fn the_process_that_is_killed() {
    let Ok(url) = env::var(URL) else {
        return;
    };
    let trust = (!url.starts_with("unix")).then(ClientTls::trusting_anyone);
    let client = ProbeClient::new(Channel::connect(&url, trust).await.unwrap());
    let (out, mut replies) = client.chat().await.unwrap();
    loop {
        out.send(&ask("ping")).await.unwrap();
        replies.next().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_killed_in_mid_stream() {
    Siege::withstands(async |siege| {
        for url in &siege.urls {
            let mut child = Command::new(env::current_exe().unwrap())
                .args(["--exact", "killed::the_process_that_is_killed"])
                .env(URL, url)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            assert_eq!(siege.audience.event().await, Event::Entered, "{url}");
            child.kill().unwrap();
            child.wait().unwrap();
            // Never as if it had come to its end.
            let end = siege.audience.event().await;
            assert!(
                matches!(end, Event::Broken | Event::Dropped),
                "{url}: {end:?}"
            );
        }
    })
    .await;
}
