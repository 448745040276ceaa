//! A mesh: nothing but numbers.

use crate::flatbuffers::mesh as fb;
use crate::proto::mesh as proto;
use crate::touch::Few;
use crate::touch::{Glance, Touch as _};
use stillwire_samples::mesh::still;

/// What most peers take.
pub mod plain {
    plain! {
        message Mesh { triangles: Vec<Triangle> }
        message Triangle { v0: Vector3, v1: Vector3, v2: Vector3, normal: Vector3 }
        message Vector3 { x: f32, y: f32, z: f32 }
    }
}

messages! { Mesh MeshView MeshInit<'static> { triangles } }
structs! {
    Triangle { v0 [sub], v1 [sub], v2 [sub], normal [sub] }
    Vector3 { x, y, z }
}

/// The normals alone.
macro_rules! normals {
    ($($form:ident $ty:ty),*) => {$(
        impl Few for $ty {
            #[inline]
            fn few(self) -> u64 {
                let mut sink = Glance::default();
                for triangle in normals!(@triangles $form self) {
                    messages!(@touch $form (&triangle.normal) sub, (&mut sink));
                }
                sink.0
            }
        }
    )*};
    (@triangles view $mesh:ident) => { $mesh.triangles().iter() };
    (@triangles $form:ident $mesh:ident) => { $mesh.triangles.iter() };
}
normals! {
    plain &plain::Mesh,
    proto &proto::Mesh,
    archived &<plain::Mesh as rkyv::Archive>::Archived,
    view still::MeshView<'_>
}

impl Few for fb::MeshRef<'_> {
    #[inline]
    fn few(self) -> u64 {
        let mut sink = Glance::default();
        for triangle in self.triangles().expect("the list is there").iter() {
            triangle.normal().touch(&mut sink);
        }
        sink.0
    }
}
