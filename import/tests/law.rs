//! What is imported and emitted again is what it was: every message, enum and service by its full name, with numbers,
//! types, names in JSON, options that schemas keep, and reserved numbers and names.

mod support;

use support::{Tree, same};

#[test]
fn what_is_imported_and_emitted_again_is_what_it_was() {
    for file in ["acme/kinds/v1/kinds.proto", "acme/names/v1/names.proto"] {
        let tree = Tree::import(&[file]);
        same(&tree.before, &tree.after);
    }
}
