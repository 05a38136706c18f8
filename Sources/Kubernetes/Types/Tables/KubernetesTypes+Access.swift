extension KubernetesTypes {
    /// The groups rbac, authentication and authorization.
    static let access = """
        group rbac/v1
        PolicyRule
          verbs! 1 [string] atomic
          apiGroups 2 [string] atomic
          resources 3 [string] atomic
          resourceNames 4 [string] atomic
          nonResourceURLs 5 [string] atomic
        Subject
          kind! 1 string
          apiGroup 2 string
          name! 3 string
          namespace 4 string
        RoleRef
          apiGroup 1 string
          kind! 2 string
          name! 3 string
        Role
          metadata 1 meta.ObjectMeta
          rules 2 [PolicyRule] atomic
        RoleBinding
          metadata 1 meta.ObjectMeta
          subjects 2 [Subject] atomic
          roleRef! 3 RoleRef
        ClusterRole
          metadata 1 meta.ObjectMeta
          rules 2 [PolicyRule] atomic
          aggregationRule? 3 AggregationRule
        AggregationRule
          clusterRoleSelectors 1 [meta.LabelSelector] atomic
        ClusterRoleBinding
          metadata 1 meta.ObjectMeta
          subjects 2 [Subject] atomic
          roleRef! 3 RoleRef
        group authentication/v1
        TokenReview
          metadata 1 meta.ObjectMeta
          spec! 2 TokenReviewSpec
          status 3 TokenReviewStatus
        TokenReviewSpec
          token 1 string
          audiences 2 [string] atomic
        TokenReviewStatus
          authenticated 1 bool
          user 2 UserInfo
          audiences 4 [string] atomic
          error 3 string
        UserInfo
          username 1 string
          uid 2 string
          groups 3 [string] atomic
          extra 4 {[string]}
        TokenRequest
          metadata 1 meta.ObjectMeta
          spec 2 TokenRequestSpec
          status 3 TokenRequestStatus
        TokenRequestSpec
          audiences 1 [string] atomic
          expirationSeconds? 4 int
          boundObjectRef? 3 BoundObjectReference
          attestations 5 {[string]}
        TokenRequestStatus
          token 1 string
          expirationTimestamp 2 Time
        BoundObjectReference
          kind 1 string
          apiVersion 2 string
          name 3 string
          uid 4 string
        SelfSubjectReview
          metadata 1 meta.ObjectMeta
          status 2 SelfSubjectReviewStatus
        SelfSubjectReviewStatus
          userInfo 1 UserInfo
        group authorization/v1
        SubjectAccessReview
          metadata 1 meta.ObjectMeta
          spec! 2 SubjectAccessReviewSpec
          status 3 SubjectAccessReviewStatus
        SelfSubjectAccessReview
          metadata 1 meta.ObjectMeta
          spec! 2 SelfSubjectAccessReviewSpec
          status 3 SubjectAccessReviewStatus
        LocalSubjectAccessReview
          metadata 1 meta.ObjectMeta
          spec! 2 SubjectAccessReviewSpec
          status 3 SubjectAccessReviewStatus
        ResourceAttributes
          namespace 1 string
          verb 2 string
          group 3 string
          version 4 string
          resource 5 string
          subresource 6 string
          name 7 string
          fieldSelector? 8 FieldSelectorAttributes
          labelSelector? 9 LabelSelectorAttributes
        LabelSelectorAttributes
          rawSelector 1 string
          requirements 2 [meta.LabelSelectorRequirement] atomic
        FieldSelectorAttributes
          rawSelector 1 string
          requirements 2 [meta.FieldSelectorRequirement] atomic
        NonResourceAttributes
          path 1 string
          verb 2 string
        SubjectAccessReviewSpec
          resourceAttributes? 1 ResourceAttributes
          nonResourceAttributes? 2 NonResourceAttributes
          user 3 string
          groups 4 [string] atomic
          extra 5 {[string]}
          uid 6 string
        SelfSubjectAccessReviewSpec
          resourceAttributes? 1 ResourceAttributes
          nonResourceAttributes? 2 NonResourceAttributes
        SubjectAccessReviewStatus
          allowed! 1 bool
          denied 4 bool
          reason 2 string
          evaluationError 3 string
        SelfSubjectRulesReview
          metadata 1 meta.ObjectMeta
          spec! 2 SelfSubjectRulesReviewSpec
          status 3 SubjectRulesReviewStatus
        SelfSubjectRulesReviewSpec
          namespace 1 string
        SubjectRulesReviewStatus
          resourceRules! 1 [ResourceRule] atomic
          nonResourceRules! 2 [NonResourceRule] atomic
          incomplete! 3 bool
          evaluationError 4 string
        ResourceRule
          verbs! 1 [string] atomic
          apiGroups 2 [string] atomic
          resources 3 [string] atomic
          resourceNames 4 [string] atomic
        NonResourceRule
          verbs! 1 [string] atomic
          nonResourceURLs 2 [string] atomic
        """
}
