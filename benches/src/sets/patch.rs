//! Changing a few fields of every element where they lie.

use std::hint::black_box;
use stillwire::codec::PatchError;
use stillwire::{Decimal, Encoded, Message, Timestamp};
use stillwire_samples::{log, market, mesh, save, telemetry, updates};

/// A message some of whose fields are changed in place.
pub trait Patched: Message {
    /// Changes them.
    ///
    /// # Errors
    /// Where a message has no room for a value: those of the sets do.
    fn patch(encoded: &mut Encoded<Self>) -> Result<(), PatchError>;
}

macro_rules! patched {
    ($($root:ty: $list:ident { $($set:ident $value:expr),* })*) => {$(
        impl Patched for $root {
            fn patch(encoded: &mut Encoded<Self>) -> Result<(), PatchError> {
                encoded.patch(|mut root| {
                    root.$list().try_each(|mut item| {
                        $(item.$set(black_box($value))?;)*
                        Ok(())
                    })
                })
            }
        }
    )*};
}
patched! {
    log::still::Log: records_mut { set_status 404, set_size 77 }
    save::still::Save: players_mut { set_score 1_000_000, set_xp_level 30 }
    updates::still::Updates: updates_mut { set_score 4711, set_world_radius 2000.5 }
    market::still::Ticks: ticks_mut { set_price Decimal(99_500), set_quantity 300 }
    telemetry::still::LogBatch: records_mut { set_at Timestamp(1_762_523_736_000_000_000) }
}

impl Patched for market::still::Tick {
    fn patch(encoded: &mut Encoded<Self>) -> Result<(), PatchError> {
        encoded.patch(|mut tick| {
            tick.set_price(black_box(Decimal(99_500)))?;
            tick.set_quantity(black_box(300))
        })
    }
}

/// Every normal.
impl Patched for mesh::still::Mesh {
    fn patch(encoded: &mut Encoded<Self>) -> Result<(), PatchError> {
        encoded.patch(|mut root| {
            let up = mesh::still::Vector3 {
                x: 0.0,
                y: 0.0,
                z: 1.0,
            };
            for triangle in root.triangles_mut().as_mut_slice() {
                let mut changed = triangle.get();
                changed.normal = black_box(up);
                triangle.set(changed);
            }
            Ok(())
        })
    }
}
