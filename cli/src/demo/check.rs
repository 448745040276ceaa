//! Asks the same questions in four ways and wants the same answers: over gRPC, over QUIC, of the owned value, and of the
//! JSON document.
//!
//! What comes over a wire is compared byte by byte, since a value has one encoding. What the owned value and the JSON
//! say is found by walking them from end to end, so nothing is shared with the service's own search.

use super::differ::{Difference, same};
use super::engine::not_found;
use super::expect::{dependents_of_json, dependents_of_owned, expected, newest, same_as};
use super::progress::Progress;
use crate::limits::{CALL_TIMEOUT, MAX_DEPENDENTS_CALLS};
use stillwire::{Code, EncodeError, Fault, Status, ToEncoded};
use stillwire_samples::Copied;
use stillwire_samples::crates::json;
use stillwire_samples::crates::still::{
    CrateIndexClient, Dependent, DependentsRequest, Graph, LookupRequest, Package,
};
use stillwire_samples::limits::quote;

/// The two clients.
#[derive(Debug, Clone)]
pub(crate) struct Clients {
    pub(crate) grpc: CrateIndexClient,
    pub(crate) quic: CrateIndexClient,
}

/// How much was compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Checked {
    /// Packages looked up by name and version.
    pub(crate) lookups: usize,
    /// Names looked up without a version.
    pub(crate) newest: usize,
    /// Packages that do not exist.
    pub(crate) missing: usize,
    /// Packages whose dependents were asked for.
    pub(crate) dependents: usize,
    /// Dependents that came.
    pub(crate) streamed: usize,
}

impl Checked {
    pub(crate) fn total(&self) -> usize {
        self.lookups + self.newest + self.missing + self.dependents
    }
}

/// Why the check cannot say yes.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CheckError {
    #[error("{0}")]
    Differ(#[from] Box<Difference>),
    #[error("{question}: the call over {transport} failed: {status}")]
    Call {
        question: String,
        transport: &'static str,
        status: Box<Status>,
    },
    #[error(transparent)]
    Encode(#[from] EncodeError),
}

/// A package as it is asked for.
#[derive(Debug, Clone, Copy)]
struct Question<'a> {
    name: &'a str,
    version: Option<&'a str>,
}

impl Question<'_> {
    fn text(&self, method: &str) -> String {
        let version = self
            .version
            .map(|v| format!(" {}", quote(v)))
            .unwrap_or_default();
        format!("{method} {}{version}", quote(self.name))
    }

    fn lookup(&self) -> LookupRequest {
        LookupRequest {
            name: self.name.to_owned(),
            version: self.version.map(str::to_owned),
        }
    }

    fn dependents(&self) -> DependentsRequest {
        DependentsRequest {
            name: self.name.to_owned(),
            version: self.version.map(str::to_owned),
        }
    }
}

/// Asks everything; stops at the first answer that differs.
pub(crate) async fn run(
    clients: &Clients,
    graph: &Graph,
    document: &json::Graph,
    progress: &Progress,
) -> Result<Checked, CheckError> {
    let mut checked = Checked::default();
    let asked = graph.packages.len().min(MAX_DEPENDENTS_CALLS);
    let newest = newest(graph);
    let steps = graph.packages.len() + newest.len() + asked;
    let owned = dependents_of_owned(graph);
    let parsed = dependents_of_json(document);
    for (done, package) in graph.packages.iter().enumerate() {
        progress.part(done, steps);
        let question = Question {
            name: &package.name,
            version: Some(&package.version),
        };
        lookup(
            clients,
            question,
            expected(graph, document, &package.name, &package.version),
        )
        .await?;
        checked.lookups += 1;
    }
    for (name, index) in &newest {
        progress.part(checked.total(), steps);
        let expected = graph
            .packages
            .get(*index)
            .zip(document.packages.get(*index));
        lookup(
            clients,
            Question {
                name,
                version: None,
            },
            expected,
        )
        .await?;
        checked.newest += 1;
    }
    for (index, package) in graph.packages.iter().enumerate().take(asked) {
        progress.part(checked.total(), steps);
        let question = Question {
            name: &package.name,
            version: Some(&package.version),
        };
        // Of packages that are the same in name and version, the last answers.
        let index = same_as(graph, index);
        checked.streamed += dependents(clients, question, &owned[index], &parsed[index]).await?;
        checked.dependents += 1;
    }
    checked.missing = missing(clients, graph).await?;
    Ok(checked)
}

async fn lookup(
    clients: &Clients,
    question: Question<'_>,
    expected: Option<(&Package, &json::Package)>,
) -> Result<(), CheckError> {
    let text = || question.text("lookup");
    let request = question.lookup();
    let ask = async |client: &CrateIndexClient, transport| {
        let reply = client.lookup(&request).timeout(CALL_TIMEOUT).await;
        let reply = reply.map_err(|fault| failed(text(), transport, fault))?;
        Ok::<_, CheckError>(reply.into_encoded()?)
    };
    let grpc = ask(&clients.grpc, "gRPC").await?;
    let quic = ask(&clients.quic, "QUIC").await?;
    same(text, ("gRPC", &grpc), ("QUIC", &quic))?;
    let owned = expected.map(|(owned, _)| owned.to_encoded()).transpose()?;
    same(
        text,
        ("QUIC", &Some(&quic)),
        ("the owned value", &owned.as_ref()),
    )?;
    let answer: json::Package = quic.to_message().copied_as();
    Ok(same(
        text,
        ("QUIC", &Some(&answer)),
        ("JSON", &expected.map(|(_, parsed)| parsed)),
    )?)
}

async fn dependents(
    clients: &Clients,
    question: Question<'_>,
    owned: &[Dependent],
    parsed: &[json::Dependent],
) -> Result<usize, CheckError> {
    let text = || question.text("dependents of");
    let request = question.dependents();
    let ask = async |client: &CrateIndexClient, transport| {
        let failed = |fault| failed(text(), transport, fault);
        let mut stream = client
            .dependents(&request)
            .timeout(CALL_TIMEOUT)
            .await
            .map_err(failed)?;
        let mut all = Vec::new();
        while let Some(dependent) = stream.next().await.map_err(failed)? {
            all.push(dependent);
        }
        Ok::<_, CheckError>(all)
    };
    let grpc = ask(&clients.grpc, "gRPC").await?;
    let quic = ask(&clients.quic, "QUIC").await?;
    same(text, ("gRPC", &grpc), ("QUIC", &quic))?;
    let owned = owned
        .iter()
        .map(ToEncoded::to_encoded)
        .collect::<Result<Vec<_>, _>>()?;
    same(text, ("QUIC", &quic), ("the owned value", &owned))?;
    let answer: Vec<json::Dependent> = quic.iter().map(|d| d.to_message().copied_as()).collect();
    same(text, ("QUIC", answer.as_slice()), ("JSON", parsed))?;
    Ok(quic.len())
}

/// Asks for what is not there, in both methods. Gives the number of questions.
async fn missing(clients: &Clients, graph: &Graph) -> Result<usize, CheckError> {
    // A name that is not ASCII, so that the text of the status has to travel well, too.
    let mut absent = "no-such-crate-ñ".to_owned();
    while graph.packages.iter().any(|p| p.name == absent) {
        absent.push('!');
    }
    let mut questions = vec![
        Question {
            name: &absent,
            version: None,
        },
        Question {
            name: &absent,
            version: Some("1.0.0"),
        },
    ];
    let known = graph.packages.first();
    questions.extend(known.map(|p| Question {
        name: &p.name,
        version: Some("no version"),
    }));
    for question in &questions {
        let text = not_found(question.name, question.version).message;
        for (transport, client) in [("gRPC", &clients.grpc), ("QUIC", &clients.quic)] {
            let found = client.lookup(question.lookup()).timeout(CALL_TIMEOUT).await;
            is_not_found(&question.text("lookup"), transport, &text, found)?;
            let found = match client
                .dependents(question.dependents())
                .timeout(CALL_TIMEOUT)
                .await
            {
                Ok(mut stream) => stream.next().await.map(|_| ()),
                Err(fault) => Err(fault),
            };
            is_not_found(&question.text("dependents of"), transport, &text, found)?;
        }
    }
    Ok(questions.len() * 2)
}

fn is_not_found<T>(
    question: &str,
    transport: &'static str,
    text: &str,
    found: Result<T, Fault>,
) -> Result<(), CheckError> {
    let status = found.map_or_else(Fault::into_status, |_| Status::ok());
    let expected = (Code::NotFound, text.to_owned());
    Ok(same(
        || question.to_owned(),
        (transport, &(status.code, status.message.to_string())),
        ("expected", &expected),
    )?)
}

fn failed(question: String, transport: &'static str, fault: Fault) -> CheckError {
    CheckError::Call {
        question,
        transport,
        status: Box::new(fault.into_status()),
    }
}

#[cfg(test)]
mod tests;
