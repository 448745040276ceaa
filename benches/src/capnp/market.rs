//! The changes of an order book.

use super::{Fill, fill_each, len, message, read, read_enums, read_few, set};
use crate::market_capnp::{self as generated, tick, ticks};
use crate::sets::market::plain::{Action, Side, Tick, Ticks};
use crate::touch::{Few, Glance, Sink, Touch};

impl Fill for Ticks {
    message!(ticks::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        fill_each!(self, to: ticks);
    }
}

impl Fill for Tick {
    message!(tick::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set!(self, to: sequence at instrument price quantity order_id);
        to.set_action(match self.action {
            Action::Unspecified => generated::Action::Unspecified,
            Action::Add => generated::Action::Add,
            Action::Change => generated::Action::Change,
            Action::Remove => generated::Action::Remove,
            Action::Trade => generated::Action::Trade,
        });
        to.set_side(match self.side {
            Side::Unspecified => generated::Side::Unspecified,
            Side::Bid => generated::Side::Bid,
            Side::Ask => generated::Side::Ask,
        });
    }
}

read! {
    ticks::Reader<'_> { ticks }
    tick::Reader<'_> { sequence, at, instrument, action, side, price, quantity, order_id }
}
read_enums!(generated::Action, generated::Side);
read_few!(ticks::Reader<'_>, ticks { price, quantity });

impl Few for tick::Reader<'_> {
    #[inline]
    fn few(self) -> u64 {
        let mut sink = Glance::default();
        self.get_price().touch(&mut sink);
        self.get_quantity().touch(&mut sink);
        sink.0
    }
}
