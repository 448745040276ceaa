//! The services that every server has: whether it serves, and what.
//!
//! ```text
//!  grpc.health.v1.Health                  Check, Watch        serves it? as was set, until it drains
//!  grpc.reflection.v1.ServerReflection    protobuf files      names of services and methods; also as v1alpha
//!  stillwire.reflection.v1.Reflection     Descriptor          how native messages lie
//! ```
//!
//! They are services like any other, so they answer on each transport, and in the form that it carries. The messages are those of
//! `schemas/grpc` and `schemas/stillwire/reflection.still`; their code is committed, in `src/generated`, as this crate is
//! built without the compiler (`cargo test -p stillwire-compiler --test descriptor` holds that it is what the schemas say).
#![forbid(unsafe_code)]

// Generated code names the face, of which it needs these two.
extern crate self as stillwire;

mod describe;
mod files;
mod health;
mod reflection;

mod generated {
    pub(crate) mod health {
        include!("generated/grpc.health.v1.rs");
    }
    pub(crate) mod reflection {
        include!("generated/grpc.reflection.v1.rs");
    }
    pub(crate) mod describe {
        include!("generated/stillwire.reflection.v1.rs");
    }
}

#[doc(hidden)]
pub use stillwire_codec as codec;
#[doc(hidden)]
pub use stillwire_rpc as rpc;

/// `stillwire.reflection.v1`: how the messages of a service lie.
pub use generated::describe::stillwire::reflection::v1 as reflection_native_v1;
/// `grpc.health.v1`: whether a server serves.
pub use generated::health::grpc::health::v1 as health_v1;
/// `grpc.reflection.v1`: what a server serves.
pub use generated::reflection::grpc::reflection::v1 as reflection_v1;

pub use health::HealthStatuses;

use health_v1::{Health as _, HealthClient};
use reflection_native_v1::{Reflection as _, ReflectionClient};
use reflection_v1::{ServerReflection as _, ServerReflectionClient};
use stillwire_rpc::{Drain, FileDescriptors, MethodDescriptor, Service, ServiceDescriptor};

/// Which of them a server has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Health. Default on.
    pub health: bool,
    /// Both kinds of reflection: whoever may call the server learns what it serves. Default on.
    pub reflection: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            health: true,
            reflection: true,
        }
    }
}

/// Whether a service of this name is one of them.
pub fn is_standard(name: &str) -> bool {
    [&HEALTH[..], &REFLECTION, &[&REFLECTION_V1ALPHA]]
        .concat()
        .iter()
        .any(|standard| standard.name == name)
}

const HEALTH: [&ServiceDescriptor; 1] = [HealthClient::SERVICE];
const REFLECTION: [&ServiceDescriptor; 2] =
    [ServerReflectionClient::SERVICE, ReflectionClient::SERVICE];

/// What `grpc.reflection.v1` was called before, and older clients ask for. The messages are the same. It is answered, and neither listed nor
/// described: who knows the newer name takes that.
static REFLECTION_V1ALPHA: ServiceDescriptor = ServiceDescriptor {
    name: "grpc.reflection.v1alpha.ServerReflection",
    methods: &[MethodDescriptor::new(
        "ServerReflectionInfo",
        "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
        0xab1c_d0cc_db7e_3457,
    )
    .with_streaming(true, true)],
    files: &FileDescriptors::NONE,
};

/// The services of a server that has those of `own`, is as healthy as `statuses` say, and lives as `drain` says. Of one whose name `own` has,
/// there is none.
pub fn services(
    own: &[Service],
    statuses: &HealthStatuses,
    drain: &Drain,
    options: Options,
) -> Vec<Service> {
    let taken = |of: &ServiceDescriptor| own.iter().any(|s| s.descriptor().name == of.name);
    let wanted = [
        (options.health, &HEALTH[..]),
        (options.reflection, &REFLECTION),
    ];
    let wanted = wanted.into_iter().filter(|(wanted, _)| *wanted);
    let added = wanted.flat_map(|(_, services)| services.iter().copied());
    let added: Vec<_> = added.filter(|of| !taken(of)).collect();
    let all: Vec<_> = own.iter().map(Service::descriptor).collect();
    let all = [&all[..], &added].concat();
    let mut made = Vec::new();
    for of in added {
        if of.name == HealthClient::SERVICE.name {
            made.push(health::Host::new(&all, statuses.clone(), drain.clone()).serve());
        } else if of.name == ServerReflectionClient::SERVICE.name {
            let reflection = reflection::Host::new(&all, drain.clone()).serve();
            if !taken(&REFLECTION_V1ALPHA) {
                made.push(reflection.also_known_as(&REFLECTION_V1ALPHA));
            }
            made.push(reflection);
        } else {
            made.push(describe::Host::new(&all).serve());
        }
    }
    made
}
