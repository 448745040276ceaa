//! One list of a message's fields, for all its forms.
//!
//! They have the same fields by the same names. So one list of them is enough to make the other forms of Stillwire's owned
//! message, and to read every form to its last field, in one order.
//!
//! Where these are used, `still`, `plain`, `proto` and `fb` name the modules of the forms.

/// Declares the types that serde, rkyv, bitcode, wincode and postcard take: all of them the same.
macro_rules! plain {
    ($($(#[$attr:meta])* $kind:ident $name:ident { $($body:tt)* })*) => {$(
        plain!(@$kind [$(#[$attr])*] $name { $($body)* });
    )*};
    (@message [$($attr:tt)*] $name:ident { $($field:ident: $ty:ty),* $(,)? }) => {
        #[derive(
            Debug, Clone, PartialEq,
            serde::Serialize, serde::Deserialize,
            rkyv::Archive, rkyv::Serialize, rkyv::Deserialize,
            bitcode::Encode, bitcode::Decode,
            wincode::SchemaWrite, wincode::SchemaRead,
        )]
        $($attr)*
        pub struct $name {$(pub $field: $ty),*}
    };
    (@choice [$($attr:tt)*] $name:ident { $($body:tt)* }) => {
        #[derive(
            Debug, Clone, PartialEq,
            serde::Serialize, serde::Deserialize,
            rkyv::Archive, rkyv::Serialize, rkyv::Deserialize,
            bitcode::Encode, bitcode::Decode,
            wincode::SchemaWrite, wincode::SchemaRead,
        )]
        $($attr)*
        #[repr(u8)]
        pub enum $name { $($body)* }
    };
    (@numbers [$($attr:tt)*] $name:ident { $($body:tt)* }) => {
        #[derive(
            Debug, Clone, Copy, PartialEq,
            serde::Serialize, serde::Deserialize,
            rkyv::Archive, rkyv::Serialize, rkyv::Deserialize,
            bitcode::Encode, bitcode::Decode,
            wincode::SchemaWrite, wincode::SchemaRead,
        )]
        #[rkyv(derive(Clone, Copy))]
        $($attr)*
        #[repr(u8)]
        pub enum $name { $($body)* }
    };
}

/// Messages: `field` is read and converted by its type; `field [sub]` is a sub-message that is always there, and
/// `field [blob]` bytes.
macro_rules! messages {
    ($(
        $name:ident $view:ident $init:ident $(<$life:lifetime>)? { $($field:ident $([$tag:ident])?),* $(,)? }
    )*) => {$(
        messages!(@forms $name { $($field $([$tag])?),* });

        impl $crate::convert::Lend<still::$init$(<$life>)?> for still::$name {
            fn lend(&'static self) -> still::$init$(<$life>)? {
                still::$init { $($field: self.$field.lend()),* }
            }
        }

        impl $crate::touch::Touch for still::$view<'_> {
            #[inline(always)]
            fn touch<S: $crate::touch::Sink>(self, sink: &mut S) {
                $(messages!(@touch in_place (self.$field()) $($tag)?, sink);)*
            }
        }
    )*};

    (@touch proto ($value:expr) sub, $sink:expr) => {
        $crate::touch::Required($value).touch($sink)
    };
    (@touch $form:ident ($value:expr) blob, $sink:expr) => {
        $crate::touch::Blob($value).touch($sink)
    };
    (@touch $form:ident ($value:expr) $(sub)?, $sink:expr) => {
        $value.touch($sink)
    };

    (@to proto ($value:expr) sub) => { Some($value.to()) };
    (@to $form:ident ($value:expr) $($tag:ident)?) => { $value.to() };

    (@forms $name:ident { $($field:ident $([$tag:ident])?),* }) => {
        messages!(@convert plain $name { $($field $([$tag])?),* });
        messages!(@convert proto $name { $($field $([$tag])?),* });
        messages!(@convert fb $name { $($field $([$tag])?),* });
        messages!(@read plain (&plain::$name) { $($field $([$tag])?),* });
        messages!(@read proto (&proto::$name) { $($field $([$tag])?),* });
        messages!(@read archived (&<plain::$name as rkyv::Archive>::Archived) { $($field $([$tag])?),* });
        messages!(@read still (&still::$name) { $($field $([$tag])?),* });

        pastey::paste! {
            impl $crate::touch::Touch for fb::[<$name Ref>]<'_> {
                #[inline(always)]
                fn touch<S: $crate::touch::Sink>(self, sink: &mut S) {
                    $(messages!(@touch in_place (self.$field()) $($tag)?, sink);)*
                }
            }
        }
    };
    (@convert $form:ident $name:ident { $($field:ident $([$tag:ident])?),* }) => {
        impl $crate::convert::To<$form::$name> for still::$name {
            fn to(&self) -> $form::$name {
                $form::$name { $($field: messages!(@to $form (self.$field) $($tag)?)),* }
            }
        }
    };
    (@read $form:ident ($ty:ty) { $($field:ident $([$tag:ident])?),* }) => {
        impl $crate::touch::Touch for $ty {
            #[inline(always)]
            fn touch<S: $crate::touch::Sink>(self, sink: &mut S) {
                $(messages!(@touch $form (&self.$field) $($tag)?, sink);)*
            }
        }
    };
}

/// Stillwire's structs, which a view gives by value.
macro_rules! structs {
    ($($name:ident { $($field:ident $([$tag:ident])?),* $(,)? })*) => {$(
        messages!(@forms $name { $($field $([$tag])?),* });

        impl $crate::touch::Touch for still::$name {
            #[inline(always)]
            fn touch<S: $crate::touch::Sink>(self, sink: &mut S) {
                (&self).touch(sink);
            }
        }

        impl $crate::convert::Lend<Self> for still::$name {
            fn lend(&'static self) -> Self {
                *self
            }
        }
    )*};
}

/// Enums.
macro_rules! enums {
    ($($name:ident { $($value:ident),* $(,)? })*) => {$(
        impl $crate::convert::To<plain::$name> for still::$name {
            fn to(&self) -> plain::$name {
                match self {
                    $(Self::$value => plain::$name::$value,)*
                    Self::Unknown(number) => panic!("no generator makes the value {number}"),
                }
            }
        }

        impl $crate::convert::To<fb::$name> for still::$name {
            fn to(&self) -> fb::$name {
                match self {
                    $(Self::$value => fb::$name::$value,)*
                    Self::Unknown(number) => panic!("no generator makes the value {number}"),
                }
            }
        }

        impl $crate::convert::Lend<Self> for still::$name {
            fn lend(&'static self) -> Self {
                *self
            }
        }

        impl $crate::convert::To<i32> for still::$name {
            fn to(&self) -> i32 {
                self.number().into()
            }
        }

        enums!(@touch still::$name, number());
        enums!(@touch plain::$name);
        enums!(@touch fb::$name);
        enums!(@touch <plain::$name as rkyv::Archive>::Archived);
    )*};
    (@touch $ty:ty $(, $number:ident())?) => {
        impl $crate::touch::Touch for $ty {
            #[inline(always)]
            fn touch<S: $crate::touch::Sink>(self, sink: &mut S) {
                sink.number(enums!(@number self $($number)?).into());
            }
        }

        impl $crate::touch::Touch for &$ty {
            #[inline(always)]
            fn touch<S: $crate::touch::Sink>(self, sink: &mut S) {
                (*self).touch(sink);
            }
        }
    };
    (@number $value:ident $number:ident) => { $value.$number() };
    (@number $value:ident) => { $value as u8 };
}

/// A few fields of every element of the list that makes up a set.
macro_rules! few {
    ($root:ident $view:ident $list:ident { $($field:ident),* }) => {
        impl $crate::touch::Few for &plain::$root {
            few!(@plain $list $($field)*);
        }
        impl $crate::touch::Few for &proto::$root {
            few!(@plain $list $($field)*);
        }
        impl $crate::touch::Few for &<plain::$root as rkyv::Archive>::Archived {
            few!(@plain $list $($field)*);
        }
        pastey::paste! {
            impl $crate::touch::Few for fb::[<$root Ref>]<'_> {
                #[inline]
                fn few(self) -> u64 {
                    let mut sink = $crate::touch::Glance::default();
                    let list = self.$list().expect("the list is there");
                    for item in list.iter() {
                        let item = item.expect("the element is there");
                        $(item.$field().touch(&mut sink);)*
                    }
                    sink.0
                }
            }
        }
        impl $crate::touch::Few for still::$view<'_> {
            #[inline]
            fn few(self) -> u64 {
                let mut sink = $crate::touch::Glance::default();
                for item in self.$list().iter() {
                    $(item.$field().touch(&mut sink);)*
                }
                sink.0
            }
        }
    };
    (@plain $list:ident $($field:ident)*) => {
        #[inline]
        fn few(self) -> u64 {
            let mut sink = $crate::touch::Glance::default();
            for item in self.$list.iter() {
                $((&item.$field).touch(&mut sink);)*
            }
            sink.0
        }
    };
}
