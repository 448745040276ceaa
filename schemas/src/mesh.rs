//! A mesh of triangles whose corners lie anywhere: the same for a seed on every machine.

pub use crate::schema::mesh::v1 as still;

use crate::random::Random;
use still::{Mesh, Triangle, Vector3};

/// So many triangles.
pub fn generate(triangles: usize, seed: u64) -> Mesh {
    let mut random = Random::new(seed);
    let mut vector = || Vector3 {
        x: random.unit(),
        y: random.unit(),
        z: random.unit(),
    };
    let mut triangle = |_| Triangle {
        v0: vector(),
        v1: vector(),
        v2: vector(),
        normal: vector(),
    };
    Mesh {
        triangles: (0..triangles).map(&mut triangle).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_mesh_everywhere() {
        let mesh = generate(2, 1);
        assert_eq!(mesh.triangles[0].v0.x, 0.052_790_82);
        assert_eq!(generate(2, 1), mesh);
        assert_ne!(generate(2, 2), mesh);
        assert_eq!(mesh.encode().to_message(), mesh);
    }
}
