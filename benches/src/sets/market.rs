//! Market data: tiny messages of numbers.

use crate::flatbuffers::market as fb;
use crate::proto::market as proto;
use crate::touch::Few;
use crate::touch::{Glance, Touch as _};
use stillwire_samples::market::still;

/// What most peers take.
pub mod plain {
    plain! {
        numbers Side { Unspecified, Bid, Ask }
        numbers Action { Unspecified, Add, Change, Remove, Trade }
        message Tick {
            sequence: u64,
            at: i64,
            instrument: u32,
            action: Action,
            side: Side,
            price: i64,
            quantity: u32,
            order_id: u64,
        }
        message Ticks { ticks: Vec<Tick> }
    }
}

enums! {
    Side { Unspecified, Bid, Ask }
    Action { Unspecified, Add, Change, Remove, Trade }
}
messages! {
    Tick TickView TickInit { sequence, at, instrument, action, side, price, quantity, order_id }
    Ticks TicksView TicksInit<'static> { ticks }
}
few!(Ticks TicksView ticks { price, quantity });

/// Of one tick the same fields.
macro_rules! few_of_a_tick {
    ($($ty:ty),*) => {$(
        impl Few for $ty {
            #[inline]
            fn few(self) -> u64 {
                let mut sink = Glance::default();
                (&self.price).touch(&mut sink);
                (&self.quantity).touch(&mut sink);
                sink.0
            }
        }
    )*};
}
few_of_a_tick!(
    &plain::Tick,
    &proto::Tick,
    &<plain::Tick as rkyv::Archive>::Archived
);

macro_rules! few_of_a_tick_in_place {
    ($($ty:ty),*) => {$(
        impl Few for $ty {
            #[inline]
            fn few(self) -> u64 {
                let mut sink = Glance::default();
                self.price().touch(&mut sink);
                self.quantity().touch(&mut sink);
                sink.0
            }
        }
    )*};
}
few_of_a_tick_in_place!(still::TickView<'_>, fb::TickRef<'_>);
