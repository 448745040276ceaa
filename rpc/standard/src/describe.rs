//! How the messages of services lie, by the tables of their code.

use crate::reflection_native_v1::{DescribeRequest, DescribeResponse, Reflection};
use std::sync::OnceLock;
use stillwire_codec::{Encoded, ToEncoded};
use stillwire_descriptor::describe_tables;
use stillwire_rpc::{Call, Fault, Reply, ServiceDescriptor, Status};

pub(crate) struct Host(Vec<Described>);

/// A service, and its answer once somebody has asked.
struct Described {
    service: &'static ServiceDescriptor,
    answer: OnceLock<Result<Encoded<DescribeResponse>, Status>>,
}

impl Host {
    pub(crate) fn new(services: &[&'static ServiceDescriptor]) -> Self {
        let described = services.iter().map(|service| Described {
            service,
            answer: OnceLock::new(),
        });
        Self(described.collect())
    }
}

fn describe(service: &ServiceDescriptor) -> Result<Encoded<DescribeResponse>, Status> {
    let mut tables = Vec::new();
    for method in service.methods {
        let types = method.types.ok_or_else(|| {
            Status::failed_precondition(format!("nothing tells the types of {}", method.path))
        })?;
        tables.extend(types);
    }
    let told = describe_tables(tables).and_then(|descriptor| {
        let descriptor = descriptor.as_bytes().to_vec();
        DescribeResponse { descriptor }.to_encoded()
    });
    told.map_err(|error| Status::internal(error.to_string()))
}

impl Reflection for Host {
    async fn describe(
        &self,
        _: &Call,
        request: Encoded<DescribeRequest>,
    ) -> Result<Reply<DescribeResponse>, Fault> {
        let name = request.view().service();
        let found = self.0.iter().find(|known| known.service.name == name);
        let found = found.ok_or_else(|| Status::not_found("no such service"))?;
        let answer = found.answer.get_or_init(|| describe(found.service));
        Ok(answer.clone()?.into())
    }
}
