//! One list of a message's fields, for all its forms.
//!
//! They have the same fields by the same names, and only the view has methods instead. So one list of them is enough to
//! copy the owned message to each other form, and to read every form to its last field, in one order.

/// Implements [`Copied`](crate::Copied) and [`Touch`](crate::Touch) for messages in every form. Where it is used, `still`,
/// `json` and `protobuf` name the modules of the forms.
macro_rules! in_every_form {
    ($($name:ident $view:ident { $($field:ident),* $(,)? })*) => {$(
        in_every_form!(@copy json $name $($field)*);
        in_every_form!(@copy protobuf $name $($field)*);
        in_every_form!(@touch json $name $($field)*);
        in_every_form!(@touch protobuf $name $($field)*);
        in_every_form!(@touch still $name $($field)*);
        impl $crate::Touch for still::$view<'_> {
            fn touch(self, sum: &mut $crate::Sum) {
                $(self.$field().touch(sum);)*
            }
        }
    )*};
    (@copy $form:ident $name:ident $($field:ident)*) => {
        impl $crate::Copied<$form::$name> for still::$name {
            fn copied_as(&self) -> $form::$name {
                $form::$name { $($field: self.$field.copied_as()),* }
            }
        }
    };
    (@touch $form:ident $name:ident $($field:ident)*) => {
        impl $crate::Touch for &$form::$name {
            fn touch(self, sum: &mut $crate::Sum) {
                $((&self.$field).touch(sum);)*
            }
        }
    };
}
pub(crate) use in_every_form;
