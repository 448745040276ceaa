//! A generated service, called by its generated client within this process.

use stillwire::codec::Encoded;
use stillwire::rpc::{Form, Limits, Router, memory};
use stillwire::{Call, Code, Empty, Fault, Inbound, Outbound, Reply, Status};
use stillwire_tests::test::service::v1::{Board, BoardClient, Mark, Tally};

struct Wall;

impl Board for Wall {
    async fn draw(&self, _: &Call, request: Encoded<Mark>) -> Result<Reply<Tally>, Fault> {
        if request.view().text().is_empty() {
            return Err(Status::not_found("nothing to draw").into());
        }
        Ok(Tally {
            count: u32::try_from(request.view().text().len()).unwrap_or(u32::MAX),
        }
        .into())
    }

    async fn watch(
        &self,
        _: &Call,
        request: Encoded<Tally>,
        out: Outbound<Mark>,
    ) -> Result<(), Fault> {
        for number in 0..request.view().count() {
            out.send(&Mark {
                text: number.to_string(),
            })
            .await?;
        }
        Ok(())
    }

    async fn upload(&self, _: &Call, mut input: Inbound<Mark>) -> Result<Reply<Tally>, Fault> {
        let mut count = 0;
        while input.next().await?.is_some() {
            count += 1;
        }
        Ok(Tally { count }.into())
    }

    async fn talk(
        &self,
        _: &Call,
        mut input: Inbound<Mark>,
        out: Outbound<Mark>,
    ) -> Result<(), Fault> {
        while let Some(mark) = input.next().await? {
            out.send(&mark).await?;
        }
        Ok(())
    }

    async fn new_(&self, _: &Call, _: Encoded<Empty>) -> Result<Reply<Empty>, Fault> {
        Ok(Empty.into())
    }
}

fn client() -> BoardClient {
    let router = Router::new([Board::serve(Wall)], Limits::default()).unwrap();
    BoardClient::new(memory::connect(router, Form::Native))
}

#[tokio::test]
async fn all_kinds_of_calls_reach_their_methods() {
    let board = client();
    let drawn = board.draw(Mark { text: "abc".into() }).await.unwrap();
    assert_eq!(drawn.view().count(), 3);

    let mut watched = board.watch(Tally { count: 2 }).await.unwrap();
    assert_eq!(watched.next().await.unwrap().unwrap().view().text(), "0");
    assert_eq!(watched.next().await.unwrap().unwrap().view().text(), "1");
    assert!(watched.next().await.unwrap().is_none());

    let upload = board.upload().await.unwrap();
    upload.send(&Mark::default()).await.unwrap();
    assert_eq!(upload.finish().await.unwrap().view().count(), 1);

    let (out, mut replies) = board.talk().await.unwrap();
    out.send(&Mark {
        text: "echo".into(),
    })
    .await
    .unwrap();
    out.finish();
    assert_eq!(replies.next().await.unwrap().unwrap().view().text(), "echo");
    assert!(replies.next().await.unwrap().is_none());

    board.new_(Empty).await.unwrap();
}

#[tokio::test]
async fn a_status_reaches_the_caller() {
    let fault = client().draw(Mark::default()).await.unwrap_err();
    assert_eq!(fault.code(), Code::NotFound);
}

#[test]
fn the_descriptor_names_what_the_schema_declares() {
    let service = BoardClient::SERVICE;
    assert_eq!(service.name, "test.service.v1.Board");
    let paths: Vec<_> = service.methods.iter().map(|m| m.path).collect();
    assert_eq!(paths[0], "/test.service.v1.Board/Draw");
    assert_eq!(
        service.methods[0].timeout,
        Some(std::time::Duration::from_millis(250))
    );
    assert!(service.methods[3].client_streaming && service.methods[3].server_streaming);
    assert!(!service.files.own.is_empty());
}
