//! Two network namespaces, and the wire between them.
//!
//! The kernel's own `netem` is not in every kernel; TUN devices are. A packet that one end sends is dropped with some probability, or handed to
//! the other end `DELAY` later. More than `QUEUE` packets under way are dropped, as `netem` does by default.

use std::error::Error;
use std::io;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use tun_rs::{DeviceBuilder, SyncDevice};

/// One way: half a round trip.
const DELAY: Duration = Duration::from_millis(10);

/// Packets under way in one direction, at most.
const QUEUE: usize = 1000;

const MTU: u16 = 1500;

/// Where the two ends are.
const NETWORK: &str = "10.77.0.0/24";
pub const NEAR: &str = "10.77.0.1";
pub const FAR: &str = "10.77.0.2";

/// The wire, as long as this lives.
pub struct Wire {
    pub near: Namespace,
    pub far: Namespace,
    loss: Arc<AtomicU32>,
}

impl Wire {
    /// Lays a wire that loses nothing yet.
    ///
    /// # Errors
    /// Where the machine has no network namespaces or TUN devices, or does not let this process make them.
    pub fn lay() -> Result<Self, Box<dyn Error>> {
        let near = Namespace::new("a", NEAR)?;
        let far = Namespace::new("b", FAR)?;
        let loss = Arc::new(AtomicU32::new(0));
        for (from, to, seed) in [(&near, &far, 1), (&far, &near, 2)] {
            carry(&from.device, &to.device, &loss, seed);
        }
        Ok(Self { near, far, loss })
    }

    /// Loses so many of a hundred packets from now on, in each direction.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of 2^32"
    )]
    pub fn lose(&self, percent: f64) {
        let share = percent / 100.0 * f64::from(u32::MAX);
        self.loss.store(share as u32, Ordering::Relaxed);
    }
}

/// A network of its own, with one device.
pub struct Namespace {
    name: String,
    device: Arc<SyncDevice>,
}

impl Namespace {
    fn new(end: &str, address: &str) -> Result<Self, Box<dyn Error>> {
        let name = format!("sw{}{end}", std::process::id());
        let device = DeviceBuilder::new().name(&name).mtu(MTU).build_sync()?;
        ip(&["netns", "add", &name])?;
        // From here on, dropping it removes it.
        let made = Self {
            name,
            device: Arc::new(device),
        };
        let name = made.name.as_str();
        ip(&["link", "set", name, "netns", name])?;
        ip(&[
            "-n",
            name,
            "addr",
            "add",
            &format!("{address}/24"),
            "dev",
            name,
        ])?;
        ip(&["-n", name, "link", "set", name, "up"])?;
        ip(&["-n", name, "link", "set", "lo", "up"])?;
        Ok(made)
    }

    /// Lets TCP use `congestion` from now on: by the route, since a namespace may not choose for all of itself what the machine does not
    /// allow everybody.
    ///
    /// # Errors
    /// Where the kernel does not have it.
    pub fn set_congestion(&self, congestion: &str) -> Result<(), Box<dyn Error>> {
        let route = ["route", "replace", NETWORK, "dev", &self.name];
        let by = ["congctl", congestion];
        ip(&[&["-n", &self.name], &route[..], &by].concat())
    }

    /// A command that runs in it.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.name, program]);
        command
    }
}

impl Drop for Namespace {
    fn drop(&mut self) {
        let _ = ip(&["netns", "del", &self.name]);
    }
}

fn ip(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    run(Command::new("ip").args(arguments))
}

fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    let why = String::from_utf8_lossy(&output.stderr);
    Err(format!("{command:?}: {}", why.trim()).into())
}

/// Carries what `from` sends to `to`, until the process ends.
fn carry(from: &Arc<SyncDevice>, to: &Arc<SyncDevice>, loss: &Arc<AtomicU32>, seed: u64) {
    let (sender, receiver) = sync_channel(QUEUE);
    let (from, to, loss) = (Arc::clone(from), Arc::clone(to), Arc::clone(loss));
    thread::spawn(move || {
        let mut chance = Chance(seed);
        let mut packet = vec![0; usize::from(MTU) + 64];
        while let Ok(length) = from.recv(&mut packet) {
            if chance.next() >= loss.load(Ordering::Relaxed) {
                // A full queue drops it.
                let _ = sender.try_send((Instant::now() + DELAY, packet[..length].to_vec()));
            }
        }
    });
    thread::spawn(move || deliver(&receiver, &to));
}

fn deliver(packets: &Receiver<(Instant, Vec<u8>)>, to: &SyncDevice) -> io::Result<()> {
    while let Ok((due, packet)) = packets.recv() {
        thread::sleep(due.saturating_duration_since(Instant::now()));
        to.send(&packet)?;
    }
    Ok(())
}

/// The same packets are lost in each run, as far as the same are sent (xorshift64*).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        u32::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32).unwrap_or(u32::MAX)
    }
}
