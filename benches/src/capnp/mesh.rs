//! The mesh.

use super::{Fill, fill, fill_each, len, message, read, read_few, set};
use crate::mesh_capnp::{mesh, triangle, vector3};
use crate::sets::mesh::plain::{Mesh, Triangle, Vector3};
use crate::touch::{Sink, Touch};

impl Fill for Mesh {
    message!(mesh::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        fill_each!(self, to: triangles);
    }
}

impl Fill for Triangle {
    message!(triangle::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        fill!(self, to: v0 v1 v2 normal);
    }
}

impl Fill for Vector3 {
    message!(vector3::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set!(self, to: x y z);
    }
}

read! {
    mesh::Reader<'_> { triangles }
    triangle::Reader<'_> { v0, v1, v2, normal }
    vector3::Reader<'_> { x, y, z }
}
read_few!(mesh::Reader<'_>, triangles { normal });
